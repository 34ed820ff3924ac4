/** Kafka clients and topics. */
@NullMarked
package dev.assent.eventlog.kafka;

import org.jspecify.annotations.NullMarked;
