/** The table of timers in PostgreSQL. */
@NullMarked
package dev.assent.timer.postgres;

import org.jspecify.annotations.NullMarked;
