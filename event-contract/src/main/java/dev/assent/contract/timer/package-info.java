/** Timers as data: what is armed, and what identifies one arming. */
@NullMarked
package dev.assent.contract.timer;

import org.jspecify.annotations.NullMarked;
