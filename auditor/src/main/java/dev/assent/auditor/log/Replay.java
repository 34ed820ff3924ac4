package dev.assent.auditor.log;

import dev.assent.auditor.Steps;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.intent.IntentEnding;
import dev.assent.contract.json.EventCodec;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.kernel.Kernel;
import dev.assent.kernel.intent.ImpossibleHistoryException;
import dev.assent.kernel.intent.IntentState.Ended;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Replays every intent through the kernel, a share of them at a time, so that the states that are
 * held at once have a bound: those of the intents of {@value #FACTS_A_SHARE} facts.
 */
public final class Replay {

  static final int FACTS_A_SHARE = 100_000;

  private final Log log;
  private final Marks marks;
  private final List<Spectator> spectators = new ArrayList<>();
  private final Once once = new Once();

  public Replay(Log log, Marks marks) {
    this.log = log;
    this.marks = marks;
  }

  public void add(Spectator spectator) {
    spectators.add(spectator);
  }

  /** Replays all, the first time that it is asked to. */
  public void once(Steps steps) {
    once.run(() -> replay(steps));
  }

  private void replay(Steps steps) {
    String events = log.topics().events();
    for (int p = 0; p < log.partitions(); p++) {
      long facts = marks.end(events, p) - marks.start(events, p);
      int shares = Math.toIntExact(facts / FACTS_A_SHARE) + 1;
      for (int share = 0; share < shares; share++) {
        Part part = new Part(p, share, shares);
        steps.step("Replaying the intents of " + events + "-" + part);
        new Run(part).run(events);
      }
    }
  }

  /** One share. */
  private final class Run {

    private final Part part;
    private final Map<String, Replayed> intents = new HashMap<>();
    private final List<Spectator> waiting = new ArrayList<>(spectators);

    Run(Part part) {
      this.part = part;
    }

    void run(String events) {
      int p = part.partition();
      spectators.forEach(spectator -> spectator.begin(part));
      log.read(events, p, marks.start(events, p), marks.end(events, p), part::holds, this::fact);
      pause(Long.MAX_VALUE);
      spectators.forEach(spectator -> spectator.end(part, intents));
    }

    /** Shows the intents to those who wanted to see them before this offset. */
    private void pause(long offset) {
      waiting.removeIf(
          spectator -> {
            boolean isDue = spectator.pauseAt(part.partition()) <= offset;
            if (isDue) {
              spectator.paused(part, intents);
            }
            return isDue;
          });
    }

    private void fact(LogRecord record) {
      pause(record.offset());
      RecordedEvent event;
      try {
        event = EventCodec.decode(Places.wire(record));
      } catch (UnreadableRecordException e) {
        spoil(record, "an event that can be read", String.valueOf(e.getMessage()));
        return;
      }
      String intent = event.envelope().intentId().toString();
      if (intent.equals(record.key())) {
        apply(record, intents.computeIfAbsent(intent, id -> new Replayed()), event);
      } else {
        spoil(record, "the intent's id " + intent + " as key", "another key");
      }
    }

    /** A history with a hole is no history: nothing more of this intent is judged. */
    private void spoil(LogRecord record, String expected, String found) {
      if (record.key() != null) {
        intents.computeIfAbsent(record.key(), id -> new Replayed()).spoil();
      }
      spectators.forEach(each -> each.flaw(record, record.key(), expected, found));
    }

    private void apply(LogRecord record, Replayed intent, RecordedEvent event) {
      spectators.forEach(each -> each.fact(record, event));
      if (event.event() instanceof IntentEnding ending && intent.endsAgain(record)) {
        intent.spoil();
        String expected = "nothing after the ending at " + intent.endedAt();
        spectators.forEach(
            each -> each.flaw(record, record.key(), expected, "a second one, " + ending.status()));
      } else if (!intent.isSpoiled()) {
        evolve(record, intent, event);
      }
    }

    private void evolve(LogRecord record, Replayed intent, RecordedEvent event) {
      try {
        intent.become(Kernel.evolve(intent.state(), event));
      } catch (ImpossibleHistoryException e) {
        intent.spoil();
        spectators.forEach(
            each ->
                each.flaw(
                    record,
                    record.key(),
                    "what the rules allow after sequence " + intent.state().sequence(),
                    "something else: " + e.getMessage()));
        return;
      }
      if (event.event() instanceof IntentEnding ending && intent.state() instanceof Ended ended) {
        spectators.forEach(each -> each.ended(record, event.envelope(), ending, ended));
      }
    }
  }
}
