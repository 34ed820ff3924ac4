package dev.assent.approval.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.access.AgentCaller;
import dev.assent.access.Caller;
import dev.assent.access.PersonCaller;
import dev.assent.approval.command.Answer;
import dev.assent.approval.command.Resume;
import dev.assent.approval.command.SignalIds;
import dev.assent.approval.command.Signals;
import dev.assent.approval.query.Freshness;
import dev.assent.approval.query.IntentView;
import dev.assent.approval.query.TaskView;
import dev.assent.approval.query.Tasks;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.DecisionSummary;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.signal.Signal;
import dev.assent.edge.RefusedException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out what a request wishes: one signal, and the answer in terms of HTTP. */
@Singleton
public class Wishes {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Signals signals;
  private final Tasks tasks;
  private final Freshness view;

  @Inject
  Wishes(Signals signals, Tasks tasks, Freshness view) {
    this.signals = signals;
    this.tasks = tasks;
    this.view = view;
  }

  /**
   * A request for an intent.
   *
   * @param endpoint the last part of its path: keys of one endpoint mean nothing to another
   * @param asked what it said, to tell a repetition from another wish under the same key
   * @param known what the view holds of it; null if it has not seen it
   */
  record Wish(
      Caller caller,
      IntentId intent,
      String endpoint,
      JsonNode asked,
      Signal signal,
      @Nullable IntentView known) {}

  /**
   * What came of it.
   *
   * @param events what was decided now; empty if the very same was decided before
   * @param earlier the decision that the same request took before, or null
   */
  record Granted(List<RecordedEvent> events, @Nullable DecisionSummary earlier) {

    boolean isRepetition() {
      return events.isEmpty();
    }
  }

  /** What people are asked now, after all that was answered here before. */
  Resume.@Nullable Asked open(IntentId intent) {
    view.await(intent, PATIENCE);
    return tasks.ofIntent(intent).stream()
        .filter(TaskView::isOpen)
        .findFirst()
        .map(task -> new Resume.Asked(task.id(), task.question().spec()))
        .orElse(null);
  }

  /**
   * Sends the signal and waits.
   *
   * @throws RefusedException if it was refused
   */
  Granted carryOut(Wish wish, HttpHeaders headers) {
    IntentView known = wish.known();
    String id =
        SignalIds.of(
            wish.caller().actor(),
            wish.endpoint(),
            wish.intent(),
            headers.getHeaderString("Idempotency-Key"),
            wish.asked());
    String trace = headers.getHeaderString("traceparent");
    Answer answer = signals.ask(new Signals.Sent(id, wish.intent(), wish.signal(), valid(trace)));
    return switch (answer) {
      case Answer.Accepted(var events) -> new Granted(events, null);
      case Answer.Refused(Refusal refusal) when refusal.code() == RefusalCode.DUPLICATE ->
          new Granted(List.of(), refusal.winner());
      case Answer.Refused(Refusal refusal) ->
          throw new RefusedException(discreet(refusal, wish.caller(), known));
    };
  }

  /**
   * What the view holds of the intent right before the events of the answer; else, because
   * something happened between the look and the answer, after them.
   */
  @Nullable IntentView around(Wish wish, Granted granted) {
    IntentView known = wish.known();
    if (known != null
        && !granted.isRepetition()
        && granted.events().getFirst().sequence() == known.sequence() + 1) {
      return known;
    }
    IntentView later = fresh(wish.intent());
    return later == null ? known : later;
  }

  /** The same after what was just answered. */
  private @Nullable IntentView fresh(IntentId intent) {
    view.await(intent, PATIENCE);
    return tasks.intent(intent).orElse(null);
  }

  /** An agent that has no part in an intent learns nothing about it from a refusal. */
  private static Refusal discreet(Refusal refusal, Caller caller, @Nullable IntentView known) {
    return switch (caller) {
      case PersonCaller person -> refusal;
      case AgentCaller agent ->
          known != null && known.subject().isParty(agent.address())
              ? refusal
              : withoutDetails(refusal);
    };
  }

  private static Refusal withoutDetails(Refusal refusal) {
    RefusalCode code = refusal.code();
    if (code == RefusalCode.ALREADY_DECIDED || code == RefusalCode.ALREADY_ENDED) {
      return Refusal.of(code, "Expected an intent that still runs, but it was settled");
    }
    return code == RefusalCode.NOT_AN_APPROVER || code == RefusalCode.NOT_THE_AGENT
        ? Refusal.of(
            code,
            "Expected this from somebody who has a part in the intent, but it came with another"
                + " credential")
        : refusal;
  }

  private static @Nullable String valid(@Nullable String traceparent) {
    return traceparent != null
            && traceparent.matches("[0-9a-f]{2}(-[0-9a-f]+){3}")
            && traceparent.length() <= 64
        ? traceparent
        : null;
  }
}
