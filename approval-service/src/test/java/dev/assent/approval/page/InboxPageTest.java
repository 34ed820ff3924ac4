package dev.assent.approval.page;

import static dev.assent.approval.page.Samples.ADA;
import static dev.assent.approval.page.Samples.BO;
import static dev.assent.approval.page.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.approval.projection.Closing;
import dev.assent.approval.projection.TaskStatus;
import dev.assent.approval.query.TaskView;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InboxPageTest {

  private final Pages pages = Rendering.pages();

  @Test
  void shouldShowTheInboxWithTheMostPressingTaskFirst() {
    // given
    TaskView calm = Samples.task(Samples.spec("Add index to prod-postgres-main", null, null));
    TaskView late = Samples.with(calm, UUID.randomUUID(), NOW.minus(Duration.ofMinutes(12)), 1);
    TaskView soon =
        Samples.with(
            Samples.task(Samples.spec("Refund order 8812 over 1,200 EUR", null, null)),
            UUID.randomUUID(),
            NOW.plus(Duration.ofMinutes(9)),
            0);
    TaskView open = Samples.with(calm, UUID.randomUUID(), null, 0);
    List<TaskView> recent =
        List.of(
            Samples.closed(calm, TaskStatus.DECIDED, Samples.by(BO, "rejected", "not tonight")),
            Samples.closed(soon, TaskStatus.DECIDED, Samples.by(ADA, "approved", null)),
            Samples.closed(calm, TaskStatus.EXPIRED, new Closing(null, null, NOW, "reject", null)));

    // when
    String html =
        pages.html(
            new InboxPages(Samples.NAMES, Samples.TIMES)
                .of(
                    Samples.frame("Inbox (6)", "inbox", "/inbox/live", "/inbox"),
                    6,
                    List.of(late, soon, calm, open),
                    recent));

    // then
    Rendering.kept("inbox", html);
    assertThat(html)
        .contains("<b>6</b> waiting for you")
        .contains("And 2 more")
        .contains("Overdue")
        .contains("Escalated to Bo or group sre")
        .contains("in 9 min")
        .contains("No deadline")
        .contains("Rejected")
        .contains("Nobody answered")
        .contains("data-live-source=\"/inbox/live\"");
  }

  @Test
  void shouldSayWhatWillShowUpInAnEmptyInbox() {
    // when
    String html =
        pages.html(
            new InboxPages(Samples.NAMES, Samples.TIMES)
                .of(
                    Samples.frame("Inbox", "inbox", "/inbox/live", "/inbox"),
                    0,
                    List.of(),
                    List.of()));

    // then
    Rendering.kept("inbox-empty", html);
    assertThat(html).contains("Nothing waits for you").contains("shows up here by itself");
  }
}
