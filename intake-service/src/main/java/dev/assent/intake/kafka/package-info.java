/** Submissions as they stand on the topic {@code intents}: by our own edge, or by anybody. */
@NullMarked
package dev.assent.intake.kafka;

import org.jspecify.annotations.NullMarked;
