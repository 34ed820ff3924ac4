/** Recorded inputs, and what is decided on them. */
@NullMarked
package dev.assent.intake.command;

import org.jspecify.annotations.NullMarked;
