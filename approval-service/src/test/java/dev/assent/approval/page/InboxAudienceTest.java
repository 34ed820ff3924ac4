package dev.assent.approval.page;

import static dev.assent.approval.page.Samples.ADA;
import static dev.assent.approval.page.Samples.BO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentEscalated;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentNotified;
import dev.assent.contract.intent.TaskSummary;
import dev.assent.contract.notification.ChannelKind;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.TaskType;
import dev.assent.eventlog.append.LogRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboxAudienceTest {

  private static final TaskSummary TASK =
      new TaskSummary(Samples.TASK, TaskType.APPROVAL, "t", null);

  @Test
  void shouldConcernThoseWhoAreAsked() {
    // given
    var assigned =
        new HumanTaskAssigned(
            "s",
            Samples.TASK,
            Samples.spec("t", null, null),
            List.of(Assignee.group("sre")),
            "digest",
            null,
            List.of());

    // then
    assertThat(concerns(assigned, ADA)).isTrue();
    assertThat(concerns(assigned, BO)).isFalse();
  }

  @Test
  void shouldConcernBothSidesOfAnEscalation() {
    // given
    var escalated =
        new IntentEscalated(
            "s",
            TASK,
            1,
            List.of(Assignee.person("ada")),
            List.of(Assignee.person("bo")),
            "late",
            null,
            List.of());

    // then
    assertThat(concerns(escalated, ADA)).isTrue();
    assertThat(concerns(escalated, BO)).isTrue();
    assertThat(concerns(escalated, Actor.person("cy", List.of(), "session"))).isFalse();
  }

  @Test
  void shouldLookAgainWhenAnIntentEndsWithoutSayingWhoWasAsked() {
    assertThat(concerns(new IntentCanceled("no", ADA), BO)).isTrue();
  }

  @Test
  void shouldLeaveTheInboxAloneForWhatItDoesNotShow() {
    assertThat(concerns(new IntentCompleted(null, null, null), ADA)).isFalse();
    assertThat(
            concerns(
                new IntentNotified("d", NoticeKind.REMINDER, ChannelKind.EMAIL, "ada", 1), ADA))
        .isFalse();
    assertThat(
            InboxAudience.of(
                new LogRecord("events", 0, 0, "k", Map.of("ce_type", "?"), new byte[0], 0)))
        .isEmpty();
  }

  private static boolean concerns(IntentEvent event, Actor person) {
    return InboxAudience.of(InboxWatchTest.fact(event)).stream()
        .anyMatch(each -> each.covers(person));
  }
}
