/** Finding what is due, firing it in bounded batches, and sleeping in between. */
@NullMarked
package dev.assent.timer.due;

import org.jspecify.annotations.NullMarked;
