/** From exceptions to answers that say what was expected, what came, and what to do. */
@NullMarked
package dev.assent.edge.problem;

import org.jspecify.annotations.NullMarked;
