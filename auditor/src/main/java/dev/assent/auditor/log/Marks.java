package dev.assent.auditor.log;

import dev.assent.eventlog.kafka.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far the log had come when the audit began: what is settled, and so can be judged while
 * traffic goes on.
 *
 * <p>The order of asking is the point. First how far the inputs were answered: the answers then
 * stand before the ends of facts and refusals, which are asked for next, because an answer and the
 * offset of its input are one transaction. Checkpoints come before the facts that they sign. The
 * ends of the inputs and of the completions come last: what a fact follows from was there before
 * it, and its completion is written with it.
 */
public final class Marks {

  /** Who answers the inputs on {@code intents}. */
  public static final String INTAKE = "intake";

  /** Who answers the inputs on {@code signals}. */
  public static final String APPROVAL = "approval";

  private final int partitions;
  private final Map<String, Map<Integer, Long>> starts = new HashMap<>();
  private final Map<String, Map<Integer, Long>> ends = new HashMap<>();
  private final Map<String, Map<Integer, Long>> answered = new HashMap<>();

  private Marks(int partitions) {
    this.partitions = partitions;
  }

  public static Marks take(Log log) {
    Marks marks = new Marks(log.partitions());
    Topics topics = log.topics();
    marks.answered.put(topics.intents(), log.answered(INTAKE, topics.intents()));
    marks.answered.put(topics.signals(), log.answered(APPROVAL, topics.signals()));
    for (String topic :
        List.of(
            topics.checkpoints(),
            topics.events(),
            topics.refusals(),
            topics.intents(),
            topics.signals(),
            topics.completions())) {
      marks.starts.put(topic, log.starts(topic));
      marks.ends.put(topic, log.ends(topic));
    }
    return marks;
  }

  public int partitions() {
    return partitions;
  }

  public long start(String topic, int partition) {
    return of(starts, topic, partition);
  }

  public long end(String topic, int partition) {
    return of(ends, topic, partition);
  }

  /** Inputs before this offset have their answers before the ends of facts and refusals. */
  public long answered(String topic, int partition) {
    return of(answered, topic, partition);
  }

  /** Whether retention has taken records from the beginning. */
  public boolean isTrimmed(String topic, int partition) {
    return start(topic, partition) > 0;
  }

  private static long of(Map<String, Map<Integer, Long>> marks, String topic, int partition) {
    Long mark = marks.getOrDefault(topic, Map.of()).get(partition);
    if (mark == null) {
      throw new IllegalArgumentException("no mark for " + topic + "-" + partition);
    }
    return mark;
  }
}
