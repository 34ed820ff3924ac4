package dev.assent.notifier.domain;

import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.DeliveryFailed;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentAcknowledged;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentDelivered;
import dev.assent.contract.intent.IntentEdited;
import dev.assent.contract.intent.IntentEnding;
import dev.assent.contract.intent.IntentEscalated;
import dev.assent.contract.intent.IntentInProgress;
import dev.assent.contract.intent.IntentNotified;
import dev.assent.contract.intent.IntentReminder;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.intent.IntentTransfer;
import dev.assent.contract.intent.IntentWaiting;
import dev.assent.contract.intent.ResultRecorded;
import dev.assent.contract.intent.StepTimedOut;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of events of one partition changes among the deliveries. Maps, sorted by key, so
 * that loops that write at once take locks in the same order.
 */
public final class NoticeChanges {

  private final Map<IntentId, Subject> subjects = new TreeMap<>();
  private final Map<UUID, Delivery> deliveries = new TreeMap<>();
  private final Map<UUID, Receipt> receipts = new TreeMap<>();
  private final Map<IntentId, Long> ended = new TreeMap<>();

  /** Takes what the event itself says: of the intent, of an earlier delivery, of the task's end. */
  public void add(RecordedEvent recorded) {
    Envelope envelope = recorded.envelope();
    IntentId intent = envelope.intentId();
    switch (recorded.event()) {
      case IntentCreated created ->
          describe(new Subject(intent, created.intentType(), created.from(), null));
      case IntentSubmitted submitted ->
          describe(new Subject(intent, null, null, submitted.plan().title()));
      case IntentNotified told ->
          receive(told.delivery(), DeliveryState.DELIVERED, told.attempts(), null);
      case DeliveryFailed failed ->
          receive(failed.delivery(), DeliveryState.FAILED, failed.attempts(), failed.reason());
      case DecisionRecorded decided -> {
        // One that came early ends nothing: its gate has not opened.
        if (!decided.early()) {
          end(envelope);
        }
      }
      case StepTimedOut _, IntentEnding _ -> end(envelope);
      case IntentDelivered _,
          IntentAcknowledged _,
          IntentInProgress _,
          IntentWaiting _,
          HumanTaskAssigned _,
          IntentReminder _,
          IntentEscalated _,
          IntentTransfer _,
          IntentEdited _,
          ResultRecorded _ -> {}
    }
  }

  public void add(Delivery delivery) {
    deliveries.put(delivery.id(), delivery);
  }

  /** What became known of intents. */
  public Collection<Subject> subjects() {
    return subjects.values();
  }

  /** The deliveries that are asked for, each once. */
  public Collection<Delivery> deliveries() {
    return deliveries.values();
  }

  /** How deliveries ended. */
  public Collection<Receipt> receipts() {
    return receipts.values();
  }

  /** Intents whose open task ended, with the sequence of the last event that ended one. */
  public Map<IntentId, Long> ended() {
    return ended;
  }

  private void describe(Subject part) {
    subjects.merge(part.intent(), part, Subject::and);
  }

  private void end(Envelope envelope) {
    ended.merge(envelope.intentId(), envelope.sequence(), Math::max);
  }

  private void receive(
      String delivery, DeliveryState state, int attempts, @Nullable String reason) {
    // Agents are delivered to under names of their own, which are no business of this service.
    if (isUuid(delivery)) {
      UUID id = UUID.fromString(delivery);
      receipts.merge(id, new Receipt(id, state, attempts, reason), Receipt::or);
    }
  }

  private static boolean isUuid(String text) {
    try {
      return UUID.fromString(text).toString().equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
