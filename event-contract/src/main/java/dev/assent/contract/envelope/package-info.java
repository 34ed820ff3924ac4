/** What travels beside every record: CloudEvents attributes in Kafka binary mode. */
@NullMarked
package dev.assent.contract.envelope;

import org.jspecify.annotations.NullMarked;
