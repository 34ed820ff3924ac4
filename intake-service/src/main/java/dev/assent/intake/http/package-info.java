/** The HTTP edge: routes, parameters, frames. */
@NullMarked
package dev.assent.intake.http;

import org.jspecify.annotations.NullMarked;
