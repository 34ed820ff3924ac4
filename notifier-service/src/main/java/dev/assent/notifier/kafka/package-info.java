/** From the log into the tables of deliveries, and receipts back into the log. */
@NullMarked
package dev.assent.notifier.kafka;

import org.jspecify.annotations.NullMarked;
