package dev.assent.auditor.check;

import dev.assent.auditor.Check;
import dev.assent.auditor.Findings;
import dev.assent.auditor.Steps;
import dev.assent.auditor.log.Heads;
import dev.assent.auditor.log.Log;
import dev.assent.auditor.log.Marks;
import dev.assent.auditor.log.Places;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.json.CheckpointCodec;
import dev.assent.contract.json.EventHash;
import dev.assent.contract.log.Checkpoint;
import dev.assent.contract.signature.VerifyingKey;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.checkpoint.RunningHash;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was signed of a partition is what it holds: so many events, with such a hash over them.
 *
 * <p>The hash depends on every event and on their order, so that a change, a removal, an addition
 * and a move show at the next checkpoint, and a cut tail at every checkpoint of what was cut.
 * Places are counted in events and not in offsets: a copy of the log in another cluster has other
 * offsets.
 */
public final class Checkpoints implements Check {

  /** About how many checkpoints of a partition are compared with what it holds. */
  private static final long COMPARED = 10_000;

  private final Findings findings;
  private final Log log;
  private final Marks marks;
  private final Heads heads;
  private final Map<String, VerifyingKey> keys = new HashMap<>();

  /** Those of the partition at hand that were not reached yet, in order. */
  private final Deque<Signed> ahead = new ArrayDeque<>();

  private RunningHash running = RunningHash.START;
  private String since = "the beginning";
  private long covered;

  private record Signed(String place, Checkpoint checkpoint) {}

  /**
   * @param keys the public keys that are trusted
   */
  public Checkpoints(Log log, Marks marks, Heads heads, Collection<VerifyingKey> keys, int shown) {
    this.findings = new Findings("checkpoints", shown);
    this.log = log;
    this.marks = marks;
    this.heads = heads;
    keys.forEach(key -> this.keys.put(key.digest(), key));
    findings.count("checkpoints", 0);
    findings.count("events signed", 0);
    findings.count("newer events", 0);
    heads.add(new Reader());
  }

  @Override
  public Findings findings() {
    return findings;
  }

  @Override
  public void look(Steps steps) {
    heads.once(steps);
    endPartition();
  }

  private void endPartition() {
    findings.count("events signed", covered);
    findings.count("newer events", Math.max(0, running.records() - covered));
    for (Signed missed : ahead) {
      findings.flaw(
          missed.place(),
          null,
          missed.checkpoint().events() + " events, as was signed at " + missed.checkpoint().at(),
          "a log that ends after " + running.records());
    }
    ahead.clear();
    running = RunningHash.START;
    since = "the beginning";
    covered = 0;
  }

  private void beginPartition(int partition) {
    String topic = log.topics().checkpoints();
    List<Signed> found = new ArrayList<>();
    long stride = marks.end(log.topics().events(), partition) / COMPARED;
    log.read(
        topic,
        partition,
        marks.start(topic, partition),
        marks.end(topic, partition),
        record -> {
          Checkpoint checkpoint = believed(record, partition);
          if (checkpoint != null) {
            findings.count("checkpoints", 1);
            keep(found, new Signed(Places.of(record), checkpoint), stride);
          }
        });
    found.sort(Comparator.comparingLong(signed -> signed.checkpoint().events()));
    ahead.addAll(found);
  }

  /** The last one always; of the others only some, for they may be many and the next tells too. */
  private static void keep(List<Signed> found, Signed next, long stride) {
    int last = found.size() - 1;
    boolean isNear =
        last > 0 && next.checkpoint().events() - found.get(last - 1).checkpoint().events() < stride;
    if (isNear) {
      found.set(last, next);
    } else {
      found.add(next);
    }
  }

  /** The checkpoint of a record, if one of the keys signed it for this partition. */
  private @Nullable Checkpoint believed(LogRecord record, int partition) {
    Checkpoint checkpoint;
    try {
      checkpoint = CheckpointCodec.decode(Places.wire(record));
    } catch (UnreadableRecordException e) {
      flaw(record, "a checkpoint", "a record that is none: " + e.getMessage());
      return null;
    }
    VerifyingKey key = keys.get(checkpoint.keyDigest());
    if (key == null) {
      flaw(
          record,
          "the signature of a known key",
          "one of " + Places.quoted(checkpoint.keyDigest()));
    } else if (!CheckpointCodec.isSigned(checkpoint, key)) {
      flaw(record, "a signature of what stands there", "another one");
    } else if (checkpoint.partition() != partition) {
      flaw(record, "a checkpoint of its partition", "one of " + checkpoint.partition());
    } else {
      return checkpoint;
    }
    return null;
  }

  private void flaw(LogRecord record, String expected, String found) {
    findings.flaw(Places.of(record), null, expected, found);
  }

  /** Compares with all that was signed of the events so far. */
  private void settle() {
    while (!ahead.isEmpty() && ahead.getFirst().checkpoint().events() <= running.records()) {
      Signed signed = ahead.removeFirst();
      Checkpoint checkpoint = signed.checkpoint();
      if (!checkpoint.headDigest().equals(running.head())) {
        findings.flaw(
            signed.place(),
            null,
            "the " + checkpoint.events() + " events that were signed at " + checkpoint.at(),
            "others: one or more since " + since + " were changed, removed, added or moved");
        // What was signed counts, so that the next checkpoint tells of what follows only.
        running = new RunningHash(running.nextOffset(), running.records(), checkpoint.headDigest());
      }
      since = "offset " + running.nextOffset();
      covered = running.records();
    }
  }

  private final class Reader implements Heads.Reader {

    @Override
    public void begin(int partition) {
      endPartition();
      beginPartition(partition);
    }

    @Override
    public void fact(LogRecord record, Envelope envelope) {
      count(record);
    }

    @Override
    public void unreadable(LogRecord record, String reason) {
      count(record);
    }

    private void count(LogRecord record) {
      running = running.with(record.offset(), EventHash.of(Places.wire(record)));
      settle();
    }
  }
}
