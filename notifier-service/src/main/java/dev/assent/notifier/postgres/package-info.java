/** The tables of deliveries in PostgreSQL. */
@NullMarked
package dev.assent.notifier.postgres;

import org.jspecify.annotations.NullMarked;
