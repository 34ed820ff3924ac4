/** Frames, windows, parameters and paths. */
@NullMarked
package dev.assent.intake.http;

import org.jspecify.annotations.NullMarked;
