package dev.assent.intake.command;

import dev.assent.contract.envelope.CloudEventHeaders;
import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Records;
import dev.assent.intake.kafka.Inbound;
import dev.assent.intake.kafka.Seals;
import dev.assent.intake.kafka.SubmissionHeaders;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Moves a record that another client's partitioner put elsewhere to the partition of its intent:
 * only that partition's owner may decide on it.
 */
public final class Rekeying {

  private final Seals seals;
  private final int partitions;

  /** Takes the number of partitions that all topics share. */
  public Rekeying(Seals seals, int partitions) {
    this.seals = seals;
    this.partitions = partitions;
  }

  boolean isNeeded(LogRecord record, Inbound.Readable in) {
    return Records.partitionOf(in.intent().toString(), partitions) != record.partition();
  }

  /** The same record under its intent's key, saying where it stood first. */
  Append move(LogRecord record, Inbound.Readable in) {
    Map<String, String> headers = new LinkedHashMap<>();
    record
        .headers()
        .forEach(
            (name, value) -> {
              if (name.startsWith("ce_")
                  || name.equals(CloudEventHeaders.CONTENT_TYPE)
                  || name.equals(CloudEventHeaders.TRACEPARENT)) {
                headers.put(name, value);
              }
            });
    String sender = record.header(SubmissionHeaders.SENDER);
    if (sender != null) {
      headers.put(SubmissionHeaders.SENDER, sender);
    }
    if (in.idempotencyKey() != null) {
      headers.put(SubmissionHeaders.IDEMPOTENCY_KEY, in.idempotencyKey());
    }
    headers.put(SubmissionHeaders.INTENT_ID, in.intent().toString());
    headers.put(SubmissionHeaders.ORIGIN, in.origin());
    headers.put(SubmissionHeaders.SEAL, seals.seal(headers, record.value()));
    return new Append(record.topic(), in.intent().toString(), headers, record.value());
  }
}
