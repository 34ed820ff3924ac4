package dev.assent.intake.domain;

import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.EscalationLevel;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.Reminders;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The object {@code approval} as written; null for what it leaves open.
 *
 * @param fields where it stands, or null if there is none
 */
record Approval(
    @Nullable Fields fields,
    List<Assignee> approvers,
    @Nullable Reminders reminders,
    @Nullable List<EscalationLevel> escalation,
    @Nullable Duration deadline,
    @Nullable Fallback fallback) {

  static final Approval NONE = new Approval(null, List.of(), null, null, null, null);
}
