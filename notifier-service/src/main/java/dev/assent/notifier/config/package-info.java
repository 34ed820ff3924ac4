/** The settings of the voice, and its start and stop. */
@NullMarked
package dev.assent.notifier.config;

import org.jspecify.annotations.NullMarked;
