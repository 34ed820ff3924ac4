package dev.assent.system;

import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.json.OutcomeCodec;
import dev.assent.contract.outcome.Completion;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.outcome.RefusedInput;
import dev.assent.eventlog.append.LogHeaders;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Clients;
import dev.assent.eventlog.kafka.KafkaSettings;
import dev.assent.eventlog.kafka.Records;
import dev.assent.eventlog.kafka.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads all that is committed on all topics, and looks for what must never be there and for what is
 * still owed.
 */
final class LogCheck {

  private static final Topics TOPICS = new Topics("assent.");

  /** Written on a copy that intake put into the right partition: the same input, not another. */
  private static final String MOVED_FROM = "assent-origin";

  /** No client of these tests gives cause for them. */
  private static final Set<RefusalCode> NEVER =
      Set.of(RefusalCode.QUARANTINED, RefusalCode.INTENT_UNKNOWN);

  private final Map<String, History> histories = new HashMap<>();
  private final Map<String, IntentStatus> completions = new HashMap<>();
  private final List<String> flaws = new ArrayList<>();

  /** For the id of an input: how often it was sent, and how many answers it has. */
  private final Map<String, Integer> sent = new HashMap<>();

  private final Map<String, Integer> answered = new HashMap<>();
  private final Map<TopicPartition, Long> ends;

  private LogCheck(String bootstrapServers) {
    var settings = new KafkaSettings(bootstrapServers, "log-check", TOPICS);
    try (var reader = Clients.reader(settings, "log-check")) {
      List<TopicPartition> all = new ArrayList<>();
      for (String topic : TOPICS.all()) {
        reader
            .partitionsFor(topic)
            .forEach(info -> all.add(new TopicPartition(topic, info.partition())));
      }
      reader.assign(all);
      reader.seekToBeginning(all);
      ends = reader.endOffsets(all);
      while (all.stream().anyMatch(at -> reader.position(at) < ends.get(at))) {
        Records.readAll(reader.poll(Duration.ofMillis(200))).forEach(this::read);
      }
    }
  }

  /** Reads all that there is now. */
  static LogCheck of(String bootstrapServers) {
    return new LogCheck(bootstrapServers);
  }

  private void read(LogRecord record) {
    WireRecord wire = new WireRecord(record.key(), record.headers(), record.value());
    if (record.topic().equals(TOPICS.events())) {
      event(wire);
    } else if (record.topic().equals(TOPICS.completions())) {
      completion(OutcomeCodec.completion(wire));
    } else if (record.topic().equals(TOPICS.refusals())) {
      refusal(OutcomeCodec.refusedInput(wire));
    } else if (!record.topic().equals(TOPICS.checkpoints()) && record.header(MOVED_FROM) == null) {
      sent.merge(idOf(record), 1, Integer::sum);
    }
  }

  private void event(WireRecord wire) {
    var event = EventCodec.decode(wire);
    String intent = event.envelope().intentId().toString();
    if (histories.computeIfAbsent(intent, History::new).read(event)) {
      answered.merge(event.envelope().causationId(), 1, Integer::sum);
    }
  }

  private void completion(Completion completion) {
    String intent = completion.intentId().toString();
    if (completions.put(intent, completion.status()) != null) {
      flaws.add(intent + ": a second completion");
    }
  }

  private void refusal(RefusedInput refused) {
    answered.merge(refused.input(), 1, Integer::sum);
    if (NEVER.contains(refused.refusal().code())) {
      flaws.add(refused.input() + ": refused as " + refused.refusal());
    }
  }

  /** The id that an answer names; the place of a record that has none. */
  private static String idOf(LogRecord record) {
    String id = record.header(LogHeaders.ID);
    return id == null ? record.topic() + "/" + record.partition() + "/" + record.offset() : id;
  }

  /**
   * A sentence for each gap, each double, each second ending, each answer to an input that was not
   * sent so often, and each completion that does not say what the log says.
   */
  List<String> flaws() {
    List<String> all = new ArrayList<>(flaws);
    histories.values().forEach(history -> all.addAll(history.flaws()));
    answered.forEach(
        (input, answers) -> {
          int times = sent.getOrDefault(input, 0);
          if (answers > times && !isFact(input)) {
            all.add(input + ": " + answers + " answers to an input sent " + times + " times");
          }
        });
    completions.forEach(
        (intent, status) -> {
          History history = histories.get(intent);
          if (history == null || !history.endedAs(status)) {
            all.add(intent + ": a completion says " + status + ", the log says " + history);
          }
        });
    histories.forEach(
        (intent, history) -> {
          if (history.hasEnded() && !completions.containsKey(intent)) {
            all.add(intent + ": ended without a completion");
          }
        });
    return all;
  }

  /** Whether this is the id of an event: an intent begins because it was submitted. */
  private boolean isFact(String cause) {
    return histories.containsKey(cause.substring(0, Math.max(0, cause.lastIndexOf('/'))));
  }

  /** A sentence for each input that has no answer yet and each intent that has not ended. */
  List<String> owed() {
    List<String> owed = new ArrayList<>();
    sent.forEach(
        (input, times) -> {
          int answers = answered.getOrDefault(input, 0);
          if (answers < times) {
            owed.add(input + ": sent " + times + " times, answered " + answers + " times");
          }
        });
    histories.values().stream()
        .filter(history -> !history.hasEnded())
        .forEach(history -> owed.add(history.toString()));
    return owed;
  }

  /** Null if the log knows nothing of it. */
  History history(String intent) {
    return histories.get(intent);
  }

  boolean holds(String input) {
    return sent.containsKey(input);
  }

  int intents() {
    return histories.size();
  }

  /** Whether nothing was appended between this look and the other. */
  boolean sameEndsAs(LogCheck other) {
    return ends.equals(other.ends);
  }
}
