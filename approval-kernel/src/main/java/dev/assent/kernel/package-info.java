/** The rules, as pure functions: no clock, no dice, no input or output, no framework. */
@NullMarked
package dev.assent.kernel;

import org.jspecify.annotations.NullMarked;
