package dev.assent.intake.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.DeliveryFailed;
import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.intent.IntentEscalated;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentNotified;
import dev.assent.contract.intent.IntentTransfer;
import dev.assent.contract.intent.ResultRecorded;
import dev.assent.contract.intent.TaskSummary;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.notification.ChannelKind;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.TaskType;
import dev.assent.intake.TestDirectory;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final TaskSummary TASK =
      new TaskSummary(
          TaskId.of("0b0a0c0d-0000-4000-8000-000000000003"),
          TaskType.APPROVAL,
          "Add an index",
          null);

  private final Timeline timeline = new Timeline(new Names(new TestDirectory()));

  @Test
  void shouldTellTheStoryInPlainWords() {
    // when
    List<String> lines = lines(Story.whole());

    // then
    assertThat(lines)
        .containsExactly(
            "Submitted by acme/prod/planner",
            "Accepted with a plan of one step",
            "Asked Ada Lovelace: Add an index",
            "Reminder 1 sent to Ada Lovelace",
            "Ada Lovelace approved: looks <b>safe</b>",
            "Completed");
  }

  @Test
  void shouldGiveEachLineItsTimeAndKind() {
    // when
    Timeline.Entry entry = timeline.entry(Story.whole().get(2));

    // then
    assertThat(entry.kind()).isEqualTo("human-task-assigned");
    assertThat(entry.at()).isEqualTo("2026-11-23T09:00:03Z");
  }

  @Test
  void shouldTellWhatGoesWrong() {
    // given
    Actor agent = Actor.agent("agent://acme/prod/planner", "api_key");
    List<IntentEvent> events =
        List.of(
            new IntentEscalated(
                "a",
                TASK,
                1,
                Story.ADA,
                List.of(Assignee.person("bo"), Assignee.group("sre")),
                "nobody answered within 20 s",
                null,
                List.of()),
            new IntentTransfer(
                "a", TASK, Actor.person("bo", List.of(), "session"), Story.ADA, "on leave"),
            new DecisionRecorded(
                "a",
                TASK,
                "i",
                "changes_requested",
                Verdict.NEGATIVE,
                Actor.system("policy"),
                "policy",
                null,
                null,
                "d",
                false,
                List.of()),
            new ResultRecorded(
                "a",
                agent,
                Verdict.NEGATIVE,
                null,
                new ErrorInfo("agent_failed", "disk full"),
                true,
                List.of()),
            new IntentNotified("d", NoticeKind.REMINDER, ChannelKind.EMAIL, "cy", 2),
            new IntentNotified("d", NoticeKind.REMINDER, ChannelKind.CONSOLE, "console", 1),
            new DeliveryFailed("d", ChannelKind.WEBHOOK, "ops-room", 6, "it is gone"));

    // when
    List<String> lines = lines(Story.recorded(events));

    // then
    assertThat(lines)
        .containsExactly(
            "Escalated to Bo Diddley, group sre: nobody answered within 20 s",
            "Bo Diddley handed it to Ada Lovelace: on leave",
            "Nobody decided, so the plan did: changes requested",
            "acme/prod/planner failed (it will be tried again): disk full",
            "Cy Young was told by e-mail",
            "Written to the console",
            "ops-room could not be told by webhook in 6 attempts: it is gone");
  }

  private List<String> lines(List<RecordedEvent> events) {
    return events.stream().map(event -> timeline.entry(event).text()).toList();
  }
}
