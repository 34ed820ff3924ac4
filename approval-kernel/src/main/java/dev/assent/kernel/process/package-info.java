/** From an event to what follows outside: timers and notices. */
@NullMarked
package dev.assent.kernel.process;

import org.jspecify.annotations.NullMarked;
