package dev.assent.auditor.check;

import dev.assent.auditor.Check;
import dev.assent.auditor.Findings;
import dev.assent.auditor.Steps;
import dev.assent.auditor.log.Log;
import dev.assent.auditor.log.Marks;
import dev.assent.auditor.log.Part;
import dev.assent.auditor.log.Places;
import dev.assent.auditor.log.Replay;
import dev.assent.auditor.log.Replayed;
import dev.assent.auditor.log.Spectator;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.id.NamedUuid;
import dev.assent.contract.intent.IntentEnding;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.json.OutcomeCodec;
import dev.assent.contract.outcome.Completion;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.kernel.intent.IntentState.Ended;
import dev.assent.kernel.process.Completions;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Each ending has one completion that says the same, and no completion is without an ending.
 *
 * <p>Completions are kept for weeks and endings for ever. Both stand in the order in which intents
 * ended; so where retention has taken completions, the endings before that of the first one that is
 * left have lost theirs to age.
 */
public final class Endings implements Check {

  private final Findings findings;
  private final Log log;
  private final Marks marks;
  private final Replay replay;
  private long agedOut;

  /**
   * An ending, until its completion is found.
   *
   * @param digest of what that must say, for results are long
   */
  private record Open(String place, long offset, String status, UUID digest, boolean matched) {}

  public Endings(Log log, Marks marks, Replay replay, int shown) {
    this.findings = new Findings("completions", shown);
    this.log = log;
    this.marks = marks;
    this.replay = replay;
    replay.add(new Watch());
  }

  @Override
  public Findings findings() {
    return findings;
  }

  @Override
  public void look(Steps steps) {
    findings.count("completions", 0);
    findings.count("endings", 0);
    replay.once(steps);
    if (agedOut > 0) {
      findings.note(agedOut + " endings older than the completions that are kept");
    }
  }

  private final class Watch implements Spectator {

    private final Map<String, Open> open = new HashMap<>();

    @Override
    public void begin(Part part) {
      open.clear();
    }

    @Override
    public void ended(LogRecord record, Envelope envelope, IntentEnding ending, Ended state) {
      findings.count("endings", 1);
      open.put(
          String.valueOf(record.key()),
          new Open(
              Places.of(record),
              record.offset(),
              ending.status().name(),
              digest(Completions.of(ending, state)),
              false));
    }

    @Override
    public void end(Part part, Map<String, Replayed> intents) {
      Map<String, LogRecord> unexplained = new TreeMap<>();
      String topic = log.topics().completions();
      int p = part.partition();
      log.read(
          topic,
          p,
          marks.start(topic, p),
          marks.end(topic, p),
          part::holds,
          record -> {
            Replayed intent = record.key() == null ? null : intents.get(record.key());
            completion(record, intent, open, unexplained);
          });
      explain(p, unexplained);
      unexplained.forEach(
          (intent, record) ->
              findings.flaw(
                  Places.of(record),
                  intent,
                  "a completion of an intent that ended",
                  "one of "
                      + (intents.containsKey(intent) ? "an intent that has not" : "no intent")));
      long since = firstKept(p);
      open.forEach((intent, ending) -> missing(intent, ending, since));
    }
  }

  private void completion(
      LogRecord record,
      @Nullable Replayed intent,
      Map<String, Open> open,
      Map<String, LogRecord> unexplained) {
    findings.count("completions", 1);
    Completion completion;
    try {
      completion = OutcomeCodec.completion(Places.wire(record));
    } catch (UnreadableRecordException e) {
      findings.flaw(
          Places.of(record), record.key(), "a completion", "something else: " + e.getMessage());
      return;
    }
    String id = completion.intentId().toString();
    if (!id.equals(record.key())) {
      findings.flaw(Places.of(record), id, "the intent's id as key", "another key");
      return;
    }
    Open ending = open.get(id);
    if (ending == null) {
      // What a history that went wrong before its end should have ended with, nobody can say.
      if (intent == null || !intent.isSpoiled()) {
        unexplained.put(id, record);
      }
      return;
    }
    open.put(id, new Open(ending.place, ending.offset, ending.status, ending.digest, true));
    compare(record, completion, ending);
  }

  private void compare(LogRecord record, Completion completion, Open ending) {
    String id = completion.intentId().toString();
    String status = completion.status().name();
    if (ending.matched()) {
      findings.flaw(Places.of(record), id, "one completion", "one more, " + status);
    } else if (!status.equals(ending.status())) {
      findings.flaw(
          Places.of(record), id, ending.status() + " as its ending at " + ending.place(), status);
    } else if (!digest(completion).equals(ending.digest())) {
      findings.flaw(
          Places.of(record),
          id,
          "what its ending at " + ending.place() + " says",
          status + " with another result, reason, decision, digest or time");
    }
  }

  /** Endings that were appended after the audit began explain the completions beside them. */
  private void explain(int partition, Map<String, LogRecord> unexplained) {
    if (unexplained.isEmpty()) {
      return;
    }
    String events = log.topics().events();
    Set<String> keys = Set.copyOf(unexplained.keySet());
    log.read(
        events,
        partition,
        marks.end(events, partition),
        log.ends(events).getOrDefault(partition, 0L),
        key -> key != null && keys.contains(key),
        record -> {
          if (isEnding(record)) {
            unexplained.remove(record.key());
          }
        });
  }

  private void missing(String intent, Open ending, long since) {
    if (ending.matched()) {
      return;
    }
    if (ending.offset() < since) {
      agedOut++;
    } else {
      findings.flaw(ending.place(), intent, "a completion, " + ending.status(), "none");
    }
  }

  /** The offset of the ending that the first completion left by retention belongs to. */
  private long firstKept(int partition) {
    String topic = log.topics().completions();
    if (!marks.isTrimmed(topic, partition)) {
      return 0;
    }
    String[] first = new String[1];
    long start = marks.start(topic, partition);
    log.read(
        topic,
        partition,
        start,
        marks.end(topic, partition),
        key -> first[0] == null,
        record -> first[0] = record.key());
    long[] ending = {Long.MAX_VALUE};
    String events = log.topics().events();
    log.read(
        events,
        partition,
        marks.start(events, partition),
        marks.end(events, partition),
        key -> key != null && key.equals(first[0]),
        record -> {
          if (isEnding(record)) {
            ending[0] = Math.min(ending[0], record.offset());
          }
        });
    return ending[0];
  }

  private static boolean isEnding(LogRecord record) {
    try {
      return EventCodec.decode(Places.wire(record)).event() instanceof IntentEnding;
    } catch (UnreadableRecordException e) {
      return false;
    }
  }

  private static UUID digest(Completion completion) {
    return NamedUuid.of(
        "assent-completion", new String(ContractJson.write(completion), StandardCharsets.UTF_8));
  }
}
