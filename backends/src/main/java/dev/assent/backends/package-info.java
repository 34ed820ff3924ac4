/**
 * A real Kafka broker and a real PostgreSQL in one folder, without Docker: what standalone runs on
 * and what tests run against. Nothing here knows what an intent is; topics and schemas are made by
 * those who use them.
 */
@NullMarked
package dev.assent.backends;

import org.jspecify.annotations.NullMarked;
