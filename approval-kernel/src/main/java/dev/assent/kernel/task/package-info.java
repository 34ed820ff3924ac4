/** The rules of a human gate. */
@NullMarked
package dev.assent.kernel.task;

import org.jspecify.annotations.NullMarked;
