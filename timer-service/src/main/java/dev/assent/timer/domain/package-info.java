/** Timers as rows, and what a batch of events changes among them. */
@NullMarked
package dev.assent.timer.domain;

import org.jspecify.annotations.NullMarked;
