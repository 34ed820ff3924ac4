/** Random plans and inputs, and what must hold whatever they are. */
@NullMarked
package dev.assent.kernel.random;

import org.jspecify.annotations.NullMarked;
