package dev.assent.notifier.config;

import dev.assent.eventlog.view.OwnedPartitions;
import dev.assent.eventlog.view.Projection;
import dev.assent.eventlog.view.ViewDefinition;
import dev.assent.kernel.process.Reactions;
import dev.assent.notifier.delivery.Bell;
import dev.assent.notifier.kafka.NoticeProjection;
import dev.assent.notifier.kafka.Recipients;
import dev.assent.notifier.postgres.PostgresNoticeWriter;
import java.util.Map;
import java.util.Set;

/** The view of the voice. */
public final class NotifierView {

  /**
   * When it is tried next, and how the last try went, is known here alone. Attempts are counted
   * before the log hears of any, deliveries are marked before it has the receipt, and what is
   * superseded while it is being tried depends on the moment.
   */
  public static final ViewDefinition DEFINITION =
      new ViewDefinition(
          "notifier",
          NotifierView.class,
          Set.of("deliveries.next_attempt_at", "deliveries.last_error"),
          Map.of(
              "deliveries.attempts", "0",
              "deliveries.state", "case when state in ('DELIVERED', 'FAILED') then state end"));

  private NotifierView() {}

  /** Writes the rows, and tells nobody. */
  public static Projection rebuild(Recipients recipients) {
    return projection(recipients, new OwnedPartitions(), new Bell());
  }

  static Projection projection(Recipients recipients, OwnedPartitions owned, Bell bell) {
    return new NoticeProjection(
        Reactions::react, recipients, new PostgresNoticeWriter(), owned, bell);
  }
}
