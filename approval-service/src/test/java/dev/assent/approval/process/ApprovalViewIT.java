package dev.assent.approval.process;

import static dev.assent.approval.process.Desk.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.approval.postgres.PostgresTasks;
import dev.assent.approval.projection.TaskStatus;
import dev.assent.approval.query.TaskView;
import dev.assent.contract.axp.AxpProgress;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.signal.Signal.DecisionSubmitted;
import dev.assent.contract.signal.Signal.ResolveSubmitted;
import dev.assent.contract.signal.Signal.TransferSubmitted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovalViewIT {

  private static LogFixture log;

  @BeforeAll
  static void start(@TempDir Path folder) {
    log = new LogFixture(folder);
  }

  @AfterAll
  static void stop() {
    log.close();
  }

  @Test
  void shouldShowAnOpenTaskToThoseWhoAreAskedAndToNobodyElse() {
    // given
    Actor mia = person("mia-1", "finance-1");
    IntentId mine = submitted("mine", Assignee.person("mia-1"));
    IntentId ours = submitted("ours", Assignee.group("finance-1"));
    IntentId both = submitted("both", Assignee.group("finance-1"), Assignee.person("mia-1"));
    submitted("theirs", Assignee.person("noa-1"));

    // when
    PostgresTasks tasks = log.tasks();

    // then
    assertThat(tasks.openFor(mia, 10))
        .extracting(TaskView::intent)
        .containsExactlyInAnyOrder(mine, ours, both);
    assertThat(tasks.countOpenFor(mia)).isEqualTo(3);
    assertThat(tasks.openFor(mia, 10).getFirst().question().spec().description())
        .isEqualTo("Please \u0000 decide");
    assertThat(tasks.openFor(mia, 2)).hasSize(2);
  }

  @Test
  void shouldShowADecidedTaskAsDecided() {
    // given
    IntentId intent = submitted("decide", Assignee.person("ada"));

    // when
    log.ask(intent, decision(ADA, "rejected", "not now")).join();
    log.await(intent);

    // then
    TaskView task = log.tasks().ofIntent(intent).getFirst();
    assertThat(task.status()).isEqualTo(TaskStatus.DECIDED);
    assertThat(task.closing().outcome()).isEqualTo("rejected");
    assertThat(task.closing().by()).isEqualTo(ADA);
    assertThat(task.closing().comment()).isEqualTo("not now");
    assertThat(log.tasks().openFor(ADA, 100)).extracting(TaskView::intent).doesNotContain(intent);
    assertThat(log.tasks().closedFor(ADA, 100)).extracting(TaskView::intent).contains(intent);
    assertThat(log.tasks().closedFor(person("zoe"), 100)).isEmpty();
    assertThat(log.tasks().intent(intent).orElseThrow().progress())
        .isEqualTo(AxpProgress.plain(IntentStatus.FAILED));
  }

  @Test
  void shouldHandATaskOver() {
    // given
    Actor kim = person("kim");
    IntentId intent = submitted("hand over", Assignee.person("kim"));

    // when
    log.ask(intent, new TransferSubmitted(null, kim, Assignee.person("lou"), "on leave")).join();
    log.await(intent);

    // then
    assertThat(log.tasks().openFor(kim, 10)).isEmpty();
    assertThat(log.tasks().openFor(person("lou"), 10))
        .extracting(TaskView::intent)
        .containsExactly(intent);
  }

  @Test
  void shouldWithdrawTheTaskOfACanceledIntent() {
    // given
    IntentId intent = submitted("cancel", Assignee.person("pat"));
    Actor sender = Actor.agent(Intake.SENDER, "api_key");
    assertThat(log.tasks().openOfAgent(sender.id(), 100))
        .extracting(TaskView::intent)
        .contains(intent);

    // when
    log.ask(intent, new ResolveSubmitted(sender, IntentStatus.CANCELED, null, null, "changed"))
        .join();
    log.await(intent);

    // then
    TaskView task = log.tasks().ofIntent(intent).getFirst();
    assertThat(task.status()).isEqualTo(TaskStatus.WITHDRAWN);
    assertThat(task.closing().comment()).isEqualTo("changed");
    assertThat(log.tasks().countOpenFor(person("pat"))).isZero();
  }

  @Test
  void shouldRebuildTheSameViewFromTheLog() {
    // given
    IntentId open = submitted("stay open", Assignee.person("rob"));
    IntentId done = submitted("done", Assignee.person("rob"));
    log.ask(done, decision(person("rob"), "approved", "fine")).join();
    log.await(open);
    log.await(done);
    Actor rob = person("rob");
    List<TaskView> openBefore = log.tasks().openFor(rob, 10);
    List<TaskView> closedBefore = log.tasks().closedFor(rob, 10);

    // when
    log.loops.close();
    log.execute("drop schema approval cascade");
    log.startLoops();
    log.await(open);
    log.await(done);

    // then
    assertThat(log.tasks().openFor(rob, 10)).isEqualTo(openBefore).hasSize(1);
    assertThat(log.tasks().closedFor(rob, 10)).isEqualTo(closedBefore).hasSize(1);
    assertThat(log.ask(open, decision(rob, "approved", null)).join()).hasSize(2);
  }

  @Test
  void shouldDecideManyAtOnceEachExactlyOnce() {
    // given
    int count = 1000;
    List<IntentId> intents = new ArrayList<>();
    List<CompletableFuture<?>> sent = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      IntentId intent = new IntentId(UUID.randomUUID());
      intents.add(intent);
      sent.add(
          log.submit(intent, "many " + i, List.of(Assignee.person("cy"), Assignee.group("many"))));
    }
    sent.forEach(CompletableFuture::join);
    Actor cy = person("cy");
    Actor di = person("di", "many");
    LogFixture.eventually(() -> log.tasks().countOpenFor(cy) == count);

    // when
    List<CompletableFuture<?>> answers = new ArrayList<>();
    for (IntentId intent : intents) {
      answers.add(log.ask(intent, decision(cy, "approved", null)));
      answers.add(log.ask(intent, decision(di, "rejected", null)));
    }
    answers.forEach(CompletableFuture::join);
    intents.forEach(log::await);

    // then
    assertThat(intents)
        .allSatisfy(
            intent -> {
              TaskView task = log.tasks().ofIntent(intent).getFirst();
              assertThat(task.status()).isEqualTo(TaskStatus.DECIDED);
              assertThat(task.closing().outcome()).isEqualTo("approved");
            });
  }

  private static IntentId submitted(String title, Assignee... approvers) {
    IntentId intent = new IntentId(UUID.randomUUID());
    log.submit(intent, title, List.of(approvers)).join();
    LogFixture.eventually(() -> !log.tasks().ofIntent(intent).isEmpty());
    return intent;
  }

  private static Actor person(String id, String... groups) {
    return Actor.person(id, List.of(groups), "session");
  }

  private static DecisionSubmitted decision(Actor by, String outcome, String comment) {
    return new DecisionSubmitted(null, outcome, by, "web", comment, null, null);
  }
}
