/** The view in PostgreSQL, schema {@code approval}. */
@NullMarked
package dev.assent.approval.postgres;

import org.jspecify.annotations.NullMarked;
