package dev.assent.auditor.view;

import dev.assent.approval.kafka.ApprovalView;
import dev.assent.auditor.log.Inputs;
import dev.assent.eventlog.kafka.Topics;
import dev.assent.eventlog.view.Projection;
import dev.assent.eventlog.view.ViewDefinition;
import dev.assent.intake.config.IntakeView;
import dev.assent.notifier.config.NotifierView;
import dev.assent.notifier.domain.Delivery;
import dev.assent.timer.config.TimerView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A view, and how to write it anew.
 *
 * @param states the table that says, in columns {@code intent_id} and {@code sequence}, which facts
 *     of an intent the rows have in them, where a service writes what follows from its own facts
 *     before it reads them back: its view may then hold more than its position says. Null where the
 *     position says it all
 * @param excuse what may be ahead of the log
 */
record AuditedView(
    ViewDefinition definition, Projection rebuild, @Nullable String states, Excuse excuse) {

  private static final String DELIVERY = "id=";

  /** Knows why a row says more than the log does. */
  interface Excuse {

    /** Whether the row with this key says what the log is about to say. */
    boolean covers(String table, String key);
  }

  static List<AuditedView> all(Topics topics, int partitions, LiveViews live, Inputs inputs) {
    Excuse none = (table, key) -> false;
    return List.of(
        new AuditedView(
            IntakeView.DEFINITION, IntakeView.rebuild(topics, partitions), "intake.intents", none),
        new AuditedView(
            ApprovalView.DEFINITION,
            ApprovalView.rebuild(topics, partitions),
            "approval.intent_state",
            none),
        new AuditedView(TimerView.DEFINITION, TimerView.rebuild(), null, none),
        new AuditedView(
            NotifierView.DEFINITION,
            NotifierView.rebuild(new LiveRecipients(live)),
            null,
            (table, key) -> table.equals("deliveries") && isReported(inputs, key)));
  }

  /** A delivery is marked once its receipt is among the inputs, and before that is answered. */
  private static boolean isReported(Inputs inputs, String key) {
    return key.startsWith(DELIVERY)
        && inputs.contains(Delivery.receiptOf(UUID.fromString(key.substring(DELIVERY.length()))));
  }
}
