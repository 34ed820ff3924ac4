/** Reading: documents, histories, feeds. */
@NullMarked
package dev.assent.intake.query;

import org.jspecify.annotations.NullMarked;
