/** A running Assent, seen from outside. Each test reads as a scenario of its users. */
@NullMarked
package dev.assent.system;

import org.jspecify.annotations.NullMarked;
