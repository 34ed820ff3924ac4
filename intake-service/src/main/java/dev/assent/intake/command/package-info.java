/**
 * Deciding on submissions: births, duplicates, refusals, and the view that follows from the log.
 */
@NullMarked
package dev.assent.intake.command;

import org.jspecify.annotations.NullMarked;
