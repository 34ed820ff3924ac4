/** Reading intents: documents, histories and the feeds that streams are made of. */
@NullMarked
package dev.assent.intake.query;

import org.jspecify.annotations.NullMarked;
