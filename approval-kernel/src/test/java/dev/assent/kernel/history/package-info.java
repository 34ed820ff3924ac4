/** Recorded histories: what was learned once must replay for ever. */
@NullMarked
package dev.assent.kernel.history;

import org.jspecify.annotations.NullMarked;
