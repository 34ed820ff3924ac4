/** The clock: it arms timers from the log and fires those that are due, as signals to be judged. */
@NullMarked
package dev.assent.timer;

import org.jspecify.annotations.NullMarked;
