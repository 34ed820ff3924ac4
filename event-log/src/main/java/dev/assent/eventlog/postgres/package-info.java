/** Positions and connections in PostgreSQL. */
@NullMarked
package dev.assent.eventlog.postgres;

import org.jspecify.annotations.NullMarked;
