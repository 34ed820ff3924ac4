package dev.assent.auditor.check;

import dev.assent.auditor.log.Log;
import dev.assent.auditor.log.Places;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.json.CheckpointCodec;
import dev.assent.contract.json.EventHash;
import dev.assent.contract.signature.SigningKey;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.checkpoint.RunningHash;
import dev.assent.eventlog.kafka.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A log in memory, of one partition, in which everything can be put out of order. */
public final class MadeUpLog implements Log {

  public static final Topics TOPICS = new Topics("t.");

  private final Map<String, List<LogRecord>> records = new HashMap<>();
  private final Map<String, Long> starts = new HashMap<>();
  private final Map<String, Long> answered = new HashMap<>();

  /** Appends, and tells where. */
  public long add(String topic, WireRecord wire) {
    List<LogRecord> all = all(topic);
    long offset = all.isEmpty() ? start(topic) : all.getLast().offset() + 1;
    all.add(new LogRecord(topic, 0, offset, wire.key(), wire.headers(), wire.value(), 0));
    return offset;
  }

  private List<LogRecord> all(String topic) {
    return records.computeIfAbsent(topic, name -> new ArrayList<>());
  }

  /** Puts another record in the place of one. */
  void replace(LogRecord record) {
    all(record.topic()).replaceAll(old -> old.offset() == record.offset() ? record : old);
  }

  LogRecord at(String topic, long offset) {
    return all(topic).stream().filter(each -> each.offset() == offset).findFirst().orElseThrow();
  }

  /** Signs all that stands there now. */
  public void sign(SigningKey key) {
    RunningHash running = RunningHash.START;
    for (LogRecord event : all(TOPICS.events())) {
      running = running.with(event.offset(), EventHash.of(Places.wire(event)));
    }
    add(
        TOPICS.checkpoints(),
        CheckpointCodec.encode(
            CheckpointCodec.sign(
                0, running.nextOffset(), running.records(), running.head(), Tale.NOON, key),
            "approval"));
  }

  /** Takes a record away, and leaves its place empty. */
  void remove(String topic, long offset) {
    all(topic).removeIf(record -> record.offset() == offset);
  }

  /** What retention does. */
  void trim(String topic, long start) {
    all(topic).removeIf(record -> record.offset() < start);
    starts.put(topic, start);
  }

  /** The service has come to this offset, and not to the end. */
  void answeredUpTo(String topic, long offset) {
    answered.put(topic, offset);
  }

  @Override
  public Topics topics() {
    return TOPICS;
  }

  @Override
  public int partitions() {
    return 1;
  }

  @Override
  public Map<Integer, Long> starts(String topic) {
    return Map.of(0, start(topic));
  }

  @Override
  public Map<Integer, Long> ends(String topic) {
    return Map.of(0, end(topic));
  }

  @Override
  public Map<Integer, Long> answered(String service, String topic) {
    return Map.of(0, answered.getOrDefault(topic, end(topic)));
  }

  private long start(String topic) {
    return starts.getOrDefault(topic, 0L);
  }

  /** The offset of what is appended next. */
  long end(String topic) {
    return all(topic).isEmpty() ? start(topic) : all(topic).getLast().offset() + 1;
  }

  @Override
  public void read(
      String topic,
      int partition,
      long from,
      long end,
      Predicate<@Nullable String> keys,
      Consumer<LogRecord> to) {
    List.copyOf(all(topic)).stream()
        .filter(record -> record.offset() >= from && record.offset() < end)
        .filter(record -> keys.test(record.key()))
        .forEach(to);
  }
}
