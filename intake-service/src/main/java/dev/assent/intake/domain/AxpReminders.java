package dev.assent.intake.domain;

import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.EscalationLevel;
import dev.assent.contract.plan.Reminders;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The AXP fields {@code remind_after_seconds}, {@code remind_interval_seconds}, {@code
 * max_reminders} and {@code escalate_to}: one level of reminders, then somebody else.
 *
 * @param escalateTo empty if nobody is named
 */
record AxpReminders(
    @Nullable Duration after,
    @Nullable Duration interval,
    @Nullable Integer max,
    List<Assignee> escalateTo) {

  /** How many reminders go out before somebody else is asked, where nobody says how many. */
  private static final int REMINDERS_BEFORE_ESCALATION = 3;

  /** Reads escalate_to: scenarios know roles besides people. */
  interface Resolver {
    List<Assignee> resolve(String text, Fields fields, String name);
  }

  static AxpReminders read(Fields fields, Resolver people) {
    String to = fields.text("escalate_to", 383);
    return new AxpReminders(
        fields.seconds("remind_after_seconds"),
        fields.seconds("remind_interval_seconds"),
        fields.number("max_reminders", 1, 1000),
        to == null ? List.of() : people.resolve(to, fields, "escalate_to"));
  }

  /** These, and where they say nothing the others. */
  AxpReminders over(AxpReminders others) {
    return new AxpReminders(
        after == null ? others.after : after,
        interval == null ? others.interval : interval,
        max == null ? others.max : max,
        escalateTo.isEmpty() ? others.escalateTo : escalateTo);
  }

  boolean remind() {
    return after != null || interval != null;
  }

  Reminders reminders() {
    if (!remind()) {
      return Reminders.NONE;
    }
    return new Reminders(List.of(first()), interval == null ? first() : interval, most());
  }

  /** One more person or group, asked when the last reminder has had its interval too. */
  List<EscalationLevel> escalation(Duration gateDeadline) {
    if (escalateTo.isEmpty()) {
      return List.of();
    }
    if (!remind()) {
      return List.of(new EscalationLevel(gateDeadline.dividedBy(2), escalateTo));
    }
    int count = max == null ? REMINDERS_BEFORE_ESCALATION : max;
    Duration pause = interval == null ? first() : interval;
    return List.of(new EscalationLevel(first().plus(pause.multipliedBy(count)), escalateTo));
  }

  private Duration first() {
    Duration first = after == null ? interval : after;
    return first == null ? Duration.ZERO : first;
  }

  private int most() {
    return max == null ? 0 : max;
  }
}
