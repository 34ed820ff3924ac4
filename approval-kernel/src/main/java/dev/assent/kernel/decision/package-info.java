/** From a state and an input to events or a refusal. */
@NullMarked
package dev.assent.kernel.decision;

import org.jspecify.annotations.NullMarked;
