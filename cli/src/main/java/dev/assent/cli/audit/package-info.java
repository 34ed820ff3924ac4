/** The log itself, read from Kafka and checked. */
@NullMarked
package dev.assent.cli.audit;

import org.jspecify.annotations.NullMarked;
