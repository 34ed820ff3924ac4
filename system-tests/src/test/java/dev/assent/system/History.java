package dev.assent.system;

import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.IntentEnding;
import dev.assent.contract.intent.IntentStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the log says about one intent: as much of it as checks ask for. */
final class History {

  private final String intent;
  private final List<String> flaws = new ArrayList<>();

  /** The sequence of the last event that each input led to. */
  private final Map<String, Long> causes = new HashMap<>();

  private long last;
  private IntentStatus ending;
  private String decidedBy;
  private String outcome;

  History(String intent) {
    this.intent = intent;
  }

  /** Takes the next event; true if it begins the answer to an input. */
  boolean read(RecordedEvent recorded) {
    long sequence = recorded.sequence();
    if (sequence != last + 1) {
      flaws.add(intent + ": sequence " + sequence + " at place " + (last + 1));
    }
    last = sequence;
    switch (recorded.event()) {
      case IntentEnding end when ending != null ->
          flaws.add(intent + ": ended as " + ending + " and again as " + end.status());
      case IntentEnding end -> ending = end.status();
      case DecisionRecorded decision -> {
        decidedBy = decision.by().id();
        outcome = decision.outcome();
      }
      default -> {}
    }
    return isNewAnswer(recorded.envelope().causationId(), sequence);
  }

  /** The events of one answer stand side by side. */
  private boolean isNewAnswer(String cause, long sequence) {
    Long before = causes.put(cause, sequence);
    if (before != null && before != sequence - 1) {
      flaws.add(intent + ": input " + cause + " was answered at " + before + " and " + sequence);
    }
    return before == null;
  }

  List<String> flaws() {
    return flaws;
  }

  boolean hasEnded() {
    return ending != null;
  }

  boolean endedAs(IntentStatus status) {
    return ending == status;
  }

  /** The status that it ended with; null while it goes on. */
  IntentStatus ending() {
    return ending;
  }

  boolean wasDecided(String by, String as) {
    return Objects.equals(decidedBy, by) && Objects.equals(outcome, as);
  }

  boolean wasDecidedBy(String person) {
    return Objects.equals(decidedBy, person);
  }

  @Override
  public String toString() {
    return "%s: %d events, %s by %s, ended as %s"
        .formatted(intent, last, outcome, decidedBy, ending);
  }
}
