package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.NINE;
import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.StepWords.delay;
import static dev.assent.kernel.story.StepWords.gate;
import static dev.assent.kernel.story.StepWords.task;
import static dev.assent.kernel.story.StepWords.tell;
import static dev.assent.kernel.story.StepWords.tellThen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentInProgress;
import dev.assent.contract.intent.IntentWaiting;
import dev.assent.contract.intent.WaitingReason;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.contract.plan.Announcement;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.timer.ArmedTimer;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.process.Effect.Notify;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.Json;
import dev.assent.kernel.story.StepWords;
import dev.assent.kernel.story.Who;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DelayAndAnnouncementTest {

  @Test
  void shouldLetTimePassAndSayWhy() {
    // given
    StepWords wait = delay("wait", "PT2H");
    // when
    IntentStory story = submit(wait);
    // then
    story
        .expect()
        .events(
            new IntentWaiting(
                "wait",
                WaitingReason.WAITING_FOR_TIME,
                "let it settle",
                List.of(new ArmedTimer(TimerKind.DELAY, NINE.plus(Duration.ofHours(2))))));
  }

  @Test
  void shouldGoOnWhenTheTimeHasPassed() {
    // given
    IntentStory story = submit(delay("wait", "PT2H"), task("build", Who.MIGRATOR));
    // when
    story.advance(Duration.ofHours(2));
    // then
    story.expect().delivery("build", 1).nothing();
    assertThat(story.clockwork().armed()).isEmpty();
  }

  @Test
  void shouldNotGoOnBeforeTheTimeHasPassed() {
    // given
    IntentStory story = submit(delay("wait", "PT2H"), task("build", Who.MIGRATOR));
    // when
    story.advance(Duration.ofHours(2).minusNanos(1));
    // then
    story.expect().nothing();
  }

  @Test
  void shouldEndAfterTheLastDelay() {
    // given
    IntentStory story = submit(delay("wait", "PT2H"));
    // when
    story.advance(Duration.ofHours(3));
    // then
    story.expect().events(new IntentCompleted(null, null, null));
  }

  @Test
  void shouldJumpAfterADelay() {
    // given
    IntentStory story = submit(delay("wait", "PT2H", "build"), gate(), task("build", Who.MIGRATOR));
    // when
    story.advance(Duration.ofHours(2));
    // then
    story.expect().delivery("build", 1).nothing();
  }

  @Test
  void shouldWaitOneDelayAfterAnother() {
    // given
    IntentStory story = submit(delay("one", "PT1H"), delay("two", "PT1H"));
    // when
    story.advance(Duration.ofHours(2));
    // then
    story.expect().delay("two").completed();
  }

  @Test
  void shouldAnnounceFirstAndGoOnAtOnce() {
    // given
    StepWords hello = tell("hello", "ada", "group:sre");
    // when
    IntentStory story = submit(hello, gate());
    // then
    story.expect().announcement("hello").assigned("approve", "ada").nothing();
    assertThat(story.notices().getFirst())
        .isEqualTo(
            new Notify(
                NoticeKind.ANNOUNCEMENT,
                List.of(Assignee.person("ada"), Assignee.group("sre")),
                null,
                "About hello",
                "This is about hello.",
                null,
                null));
  }

  @Test
  void shouldAnnounceInTheMiddle() {
    // given
    IntentStory story = submit(gate(), tell("news", "bo"), delay("wait", "PT1H"));
    // when
    story.decide("ada", "approved");
    // then
    story
        .expect()
        .decision("approve", "approved", "ada")
        .announcement("news")
        .delay("wait")
        .nothing();
  }

  @Test
  void shouldAnnounceLastAndEnd() {
    // given
    IntentStory story = submit(gate(), tell("news", "bo"));
    // when
    story.decide("ada", "approved");
    // then
    IntentCompleted end =
        story.expect().decision("approve", "approved", "ada").announcement("news").completed();
    assertThat(end.by()).isNull();
    assertThat(end.result())
        .isEqualTo(Json.json("{'steps':{'approve':{'outcome':'approved','decided_by':'ada'}}}"));
  }

  @Test
  void shouldEndAtOnceWhereThereIsNothingButNews() {
    // given
    StepWords one = tell("one", "ada");
    // when
    IntentStory story = submit(one, tell("two", "bo"));
    // then
    story.expect().announcement("one").announcement("two").completed();
  }

  @Test
  void shouldTellWhatIsAnnounced() {
    // given
    StepWords news = tell("news", "ada");
    // when
    IntentStory story = submit(news);
    // then
    story
        .expect()
        .events(
            new IntentInProgress(
                "news",
                Actor.system("kernel"),
                "About news",
                new Announcement(
                    "news",
                    List.of(Assignee.person("ada")),
                    "About news",
                    "This is about news.",
                    null)),
            new IntentCompleted(null, null, null));
  }

  @Test
  void shouldJumpAfterAnAnnouncement() {
    // given
    StepWords news = tellThen("news", "build", "ada");
    // when
    IntentStory story = submit(news, gate(), task("build", Who.MIGRATOR));
    // then
    story.expect().announcement("news").delivery("build", 1).nothing();
  }
}
