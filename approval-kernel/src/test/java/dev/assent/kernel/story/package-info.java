/** A small language in which the tests tell an intent's life, on a clock of their own. */
@NullMarked
package dev.assent.kernel.story;

import org.jspecify.annotations.NullMarked;
