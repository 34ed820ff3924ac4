/**
 * The {@code assent} command: starts and stops an installation, and speaks to it over HTTP and
 * Kafka.
 */
@NullMarked
package dev.assent.cli;

import org.jspecify.annotations.NullMarked;
