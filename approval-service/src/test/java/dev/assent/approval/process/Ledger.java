package dev.assent.approval.process;

import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.json.OutcomeCodec;
import dev.assent.contract.outcome.Completion;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusedInput;
import dev.assent.contract.timer.TimerKind;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Clients;
import dev.assent.eventlog.kafka.KafkaSettings;
import dev.assent.eventlog.kafka.Records;
import dev.assent.kernel.Kernel;
import dev.assent.kernel.intent.IntentState;
import dev.assent.kernel.process.Effect.ArmTimer;
import dev.assent.kernel.process.Effect.CancelTimers;
import dev.assent.kernel.process.Reactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/** Everything that is committed, by intent, as anybody can read it. */
final class Ledger {

  private final Map<IntentId, Page> pages = new HashMap<>();

  /** What the log tells of one intent. */
  static final class Page {
    final List<RecordedEvent> events = new ArrayList<>();
    final List<Completion> completions = new ArrayList<>();
    final List<RefusedInput> refusals = new ArrayList<>();

    /** What the sender of this input was told, once for each time that it came. */
    List<String> told(String input) {
      List<String> told = new ArrayList<>();
      if (events.stream().anyMatch(e -> e.envelope().causationId().equals(input))) {
        told.add("taken");
      }
      refusals.stream()
          .filter(refused -> refused.input().equals(input))
          .map(refused -> words(refused.refusal()))
          .forEach(told::add);
      return told;
    }

    private static String words(Refusal refusal) {
      return refusal.winner() == null
          ? refusal.code().name()
          : refusal.code() + ", " + refusal.winner().by().id() + " won";
    }

    /** Where the events lead; each must follow from the one before. */
    IntentState replayed() {
      IntentState state = new IntentState.NotCreated();
      for (RecordedEvent event : events) {
        state = Kernel.evolve(state, event);
      }
      return state;
    }

    /** The timers that a clock has armed that reads these events. */
    Map<TimerKind, Long> armed() {
      Map<TimerKind, Long> armed = new EnumMap<>(TimerKind.class);
      for (RecordedEvent event : events) {
        for (var effect : Reactions.react(event)) {
          if (effect instanceof ArmTimer arm) {
            armed.put(arm.kind(), arm.generation());
          } else if (effect instanceof CancelTimers gone) {
            armed.keySet().removeAll(gone.kinds());
          }
        }
      }
      return armed;
    }
  }

  static Ledger read(KafkaSettings settings, int partitions) {
    Ledger ledger = new Ledger();
    var topics = settings.topics();
    each(settings, partitions, topics.events(), record -> ledger.event(record));
    each(settings, partitions, topics.completions(), record -> ledger.completion(record));
    each(settings, partitions, topics.refusals(), record -> ledger.refusal(record));
    return ledger;
  }

  Page of(IntentId intent) {
    return pages.computeIfAbsent(intent, id -> new Page());
  }

  private void event(LogRecord record) {
    RecordedEvent event = EventCodec.decode(wire(record));
    of(event.envelope().intentId()).events.add(event);
  }

  private void completion(LogRecord record) {
    Completion completion = OutcomeCodec.completion(wire(record));
    of(completion.intentId()).completions.add(completion);
  }

  private void refusal(LogRecord record) {
    RefusedInput refused = OutcomeCodec.refusedInput(wire(record));
    of(IntentId.of(refused.intentId())).refusals.add(refused);
  }

  private static WireRecord wire(LogRecord record) {
    return new WireRecord(record.key(), record.headers(), record.value());
  }

  private static void each(
      KafkaSettings settings, int partitions, String topic, Consumer<LogRecord> reader) {
    try (var consumer = Clients.reader(settings, "ledger")) {
      List<TopicPartition> all =
          IntStream.range(0, partitions).mapToObj(p -> new TopicPartition(topic, p)).toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (all.stream().anyMatch(at -> consumer.position(at) < ends.get(at))) {
        Records.readAll(consumer.poll(Duration.ofMillis(200))).forEach(reader);
      }
    }
  }
}
