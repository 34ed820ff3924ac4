package dev.assent.eventlog.loop;

import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogHeaders;
import dev.assent.eventlog.append.LogRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One batch on its way through a processor: states by key, and what came of the records. */
final class Batch<S, R> {

  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

  private final Processor<S, R> processor;
  private final String answers;
  private final Map<String, S> states;
  private final Map<String, S> changed = new LinkedHashMap<>();
  private final List<Append> appends = new ArrayList<>();
  private final List<R> rows = new ArrayList<>();

  /**
   * @param answers the topic on which a record may be followed by more of the same answer
   */
  Batch(Processor<S, R> processor, String answers, Map<String, S> loaded) {
    this.processor = processor;
    this.answers = answers;
    this.states = new HashMap<>(loaded);
  }

  void take(Collection<LogRecord> records) {
    records.forEach(record -> turn(record, true));
  }

  void apply(Collection<LogRecord> facts) {
    facts.forEach(fact -> turn(fact, false));
  }

  /** Whether this input may have overtaken a fact that its sender saw. */
  boolean isEarly(LogRecord input) {
    return processor.isEarly(state(processor.keyOf(input)), input);
  }

  private S state(String key) {
    return states.computeIfAbsent(key, processor::initial);
  }

  private void turn(LogRecord record, boolean decide) {
    String key = processor.keyOf(record);
    S state = state(key);
    Turn<S, R> turn = decided(state, record, decide);
    states.put(key, turn.state());
    if (turn.state() != state) {
      changed.put(key, turn.state());
    }
    addAnswer(turn.appends());
    rows.addAll(turn.rows());
  }

  private Turn<S, R> decided(S state, LogRecord record, boolean decide) {
    try {
      Turn<S, R> turn = decide ? processor.take(state, record) : processor.apply(state, record);
      turn.appends().forEach(Batch::requireSize);
      return turn;
    } catch (RuntimeException e) {
      return quarantined(state, record, e);
    } catch (StackOverflowError e) {
      // It comes of this record too: whoever takes it next would end in the same way.
      return quarantined(state, record, new IllegalStateException("the stack overflowed", e));
    }
  }

  /** The log would refuse it, and every life after this one would come back to it. */
  private static void requireSize(Append append) {
    int size = append.size();
    if (size > Append.LARGEST) {
      throw new IllegalStateException(
          "Expected a record of at most %d bytes for %s, but it has %d"
              .formatted(Append.LARGEST, append.topic(), size));
    }
  }

  private Turn<S, R> quarantined(S state, LogRecord record, RuntimeException error) {
    LOG.error(
        "{} {}-{}: this key is quarantined",
        record.topic(),
        record.partition(),
        record.offset(),
        error);
    return processor.quarantine(state, record, error);
  }

  /** Marks all but the last fact of an answer, so that whoever waits knows when it is whole. */
  private void addAnswer(List<Append> answer) {
    int last = -1;
    for (int i = 0; i < answer.size(); i++) {
      if (answer.get(i).topic().equals(answers)) {
        last = i;
      }
    }
    for (int i = 0; i < answer.size(); i++) {
      Append append = answer.get(i);
      appends.add(i < last && append.topic().equals(answers) ? withMore(append) : append);
    }
  }

  private static Append withMore(Append append) {
    Map<String, String> headers = new LinkedHashMap<>(append.headers());
    headers.put(LogHeaders.MORE, "1");
    return new Append(append.topic(), append.key(), headers, append.value());
  }

  List<Append> appends() {
    return appends;
  }

  Map<String, S> changed() {
    return changed;
  }

  List<R> rows() {
    return rows;
  }

  boolean hasViewChanges() {
    return !changed.isEmpty() || !rows.isEmpty();
  }
}
