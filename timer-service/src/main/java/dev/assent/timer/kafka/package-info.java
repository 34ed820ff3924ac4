/** From the log into the table of timers, and from due timers back into the log. */
@NullMarked
package dev.assent.timer.kafka;

import org.jspecify.annotations.NullMarked;
