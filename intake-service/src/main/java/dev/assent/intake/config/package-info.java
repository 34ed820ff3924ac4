/** The keys and the wiring of intake-service. */
@NullMarked
package dev.assent.intake.config;

import org.jspecify.annotations.NullMarked;
