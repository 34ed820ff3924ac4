package dev.assent.intake.command;

import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.json.OutcomeCodec;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusedInput;
import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Records;
import dev.assent.eventlog.kafka.Topics;
import dev.assent.eventlog.loop.Turn;
import dev.assent.intake.TestDirectory;
import dev.assent.intake.domain.SubmissionParser;
import dev.assent.intake.kafka.Inbox;
import dev.assent.intake.kafka.Seals;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A processor with four partitions and a log in memory: inputs go in, and what it appends is kept.
 */
final class Bench {

  static final Topics TOPICS = new Topics("t.");
  static final int PARTITIONS = 4;
  static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

  final Seals seals =
      new Seals((purpose, text) -> Integer.toHexString((purpose + text).hashCode()));
  final Map<String, Integer> counted = new HashMap<>();
  final IntakeProcessor processor =
      new IntakeProcessor(
          TOPICS,
          new Inbox(seals),
          new SubmissionParser(new TestDirectory()),
          new NoStore(),
          new Rekeying(seals, PARTITIONS),
          () -> now(),
          outcome -> counted.merge(outcome, 1, Integer::sum));
  final Map<String, IntakeState> states = new HashMap<>();
  final List<IntakeRow> rows = new ArrayList<>();
  Instant now = NINE;
  private long offset;

  private Instant now() {
    return now;
  }

  /** What came of a record. */
  record Outcome(String key, List<Append> appends, List<IntakeRow> rows) {

    List<String> topics() {
      return appends.stream().map(Append::topic).toList();
    }

    RefusedInput refused() {
      Append append = appends.getFirst();
      return OutcomeCodec.refusedInput(
          new WireRecord(append.key(), append.headers(), append.value()));
    }

    Refusal refusal() {
      return refused().refusal();
    }
  }

  /** Takes a record of {@code intents}; one that is moved is taken again where it belongs. */
  Outcome submit(Map<String, String> headers, String json) {
    return submit(headers, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  Outcome submit(Map<String, String> headers, byte[] value) {
    Outcome outcome = take(record(TOPICS.intents(), 0, headers, value));
    return outcome.topics().equals(List.of(TOPICS.intents()))
        ? take(moved(outcome.appends().getFirst()))
        : outcome;
  }

  /** The record that this append becomes, in the partition of its key. */
  LogRecord moved(Append append) {
    int partition = Records.partitionOf(String.valueOf(append.key()), PARTITIONS);
    LogRecord record = record(append.topic(), partition, append.headers(), append.value());
    return new LogRecord(
        record.topic(),
        record.partition(),
        record.offset(),
        append.key(),
        record.headers(),
        record.value(),
        0);
  }

  LogRecord record(String topic, int partition, Map<String, String> headers, byte[] value) {
    return new LogRecord(topic, partition, offset++, null, headers, value, 0);
  }

  Outcome take(LogRecord record) {
    String key = processor.keyOf(record);
    IntakeState state = states.getOrDefault(key, processor.initial(key));
    Turn<IntakeState, IntakeRow> turn = processor.take(state, record);
    states.put(key, turn.state());
    rows.addAll(turn.rows());
    return new Outcome(key, turn.appends(), turn.rows());
  }

  /** Nothing is stored: the states of a test live in its map. */
  private static final class NoStore implements IntakeStore {
    @Override
    public Map<String, IntakeState> load(Connection db, Collection<String> keys) {
      return Map.of();
    }

    @Override
    public void write(Connection db, Map<String, IntakeState> states, List<IntakeRow> rows) {}
  }
}
