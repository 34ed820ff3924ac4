/** The settings of the clock, and its start and stop. */
@NullMarked
package dev.assent.timer.config;

import org.jspecify.annotations.NullMarked;
