/** The view in PostgreSQL: written by batches, read by the edge. */
@NullMarked
package dev.assent.intake.postgres;

import org.jspecify.annotations.NullMarked;
