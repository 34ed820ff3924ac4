package dev.assent.intake.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class EventFeedTest {

  private static final Window SHORT = Window.live(Duration.ofMillis(50), Duration.ofSeconds(10));
  private static final Window LONG = Window.live(Duration.ofMinutes(1), Duration.ofSeconds(30));

  private final FakeView view = new FakeView();
  private final EventFeed feed = new EventFeed(view, view, view);

  @Test
  void shouldTellWhatIsThereAndCloseAfterTheEnd() throws Exception {
    // given
    view.holds(Story.whole());
    TestSink sink = new TestSink();

    // when
    feed.run(Story.INTENT, 0, LONG, sink);

    // then
    assertThat(sink.frames)
        .containsExactly(
            "1 intent.created",
            "3 intent.submitted",
            "5 intent.human_task_assigned",
            "7 intent.reminder",
            "9 intent.decision_recorded",
            "11 intent.completed");
    assertThat(view.listening()).isZero();
  }

  @Test
  void shouldTellClientsOfBothHabitsTheSame() throws Exception {
    // given
    view.holds(Story.whole());
    TestSink afterTheLast = new TestSink();
    TestSink fromTheNext = new TestSink();

    // when
    feed.run(Story.INTENT, 7, LONG, afterTheLast);
    feed.run(Story.INTENT, 8, LONG, fromTheNext);

    // then
    assertThat(afterTheLast.frames)
        .containsExactly("9 intent.decision_recorded", "11 intent.completed");
    assertThat(fromTheNext.frames).isEqualTo(afterTheLast.frames);
  }

  @Test
  void shouldTellWhatComesBetweenFollowingAndReadingOnce() throws Exception {
    // given
    view.holds(Story.first(2));
    view.atTheSeam =
        () -> {
          view.live(3);
          view.live(4);
          view.holds(Story.first(4));
        };
    TestSink sink = new TestSink();

    // when
    feed.run(Story.INTENT, 0, SHORT, sink);

    // then
    assertThat(sink.frames)
        .containsExactly(
            "1 intent.created",
            "3 intent.submitted",
            "5 intent.human_task_assigned",
            "7 intent.reminder",
            "timeout 7");
  }

  @Test
  void shouldTellWhatComesLive() throws Exception {
    // given
    view.holds(Story.first(3));
    TestSink sink =
        new TestSink(
            frame -> {
              if (frame.startsWith("5 ")) {
                view.live(4);
                view.live(5);
                view.live(6);
              }
            });

    // when
    feed.run(Story.INTENT, 3, LONG, sink);

    // then
    assertThat(sink.frames)
        .containsExactly(
            "5 intent.human_task_assigned",
            "7 intent.reminder",
            "9 intent.decision_recorded",
            "11 intent.completed");
  }

  @Test
  void shouldReadWhatTheTailLeftOut() throws Exception {
    // given
    view.holds(Story.first(3));
    TestSink sink =
        new TestSink(
            frame -> {
              if (frame.startsWith("5 ")) {
                view.holds(Story.whole());
                view.live(6);
              }
            });

    // when
    feed.run(Story.INTENT, 3, LONG, sink);

    // then
    assertThat(sink.frames).hasSize(4).last().isEqualTo("11 intent.completed");
  }

  @Test
  void shouldAskAgainForWhatTheViewDidNotHoldInTime() throws Exception {
    // given
    view.holds(Story.first(3));
    TestSink sink =
        new TestSink(
            frame -> {
              if (frame.startsWith("5 ")) {
                view.behind = 2;
                view.atLast = () -> view.holds(Story.whole());
                view.live(6);
              }
            });

    // when
    feed.run(Story.INTENT, 3, LONG, sink);

    // then
    assertThat(sink.frames).hasSize(4).last().isEqualTo("11 intent.completed");
  }

  @Test
  void shouldNameTheLastSeenWhenTheWindowIsOver() throws Exception {
    // given
    view.holds(Story.first(3));
    TestSink sink = new TestSink();

    // when
    feed.run(Story.INTENT, 5, SHORT, sink);

    // then
    assertThat(sink.frames).containsExactly("timeout 5");
  }

  @Test
  void shouldWaitWithWhoAsksAgainAfterTheEnd() throws Exception {
    // given
    view.holds(Story.whole());
    TestSink sink = new TestSink();

    // when
    feed.run(Story.INTENT, 11, SHORT, sink);

    // then
    assertThat(sink.frames).containsExactly("timeout 11");
  }

  @Test
  void shouldShowSignsOfLife() throws Exception {
    // given
    view.holds(Story.first(3));
    TestSink sink = new TestSink();

    // when
    feed.run(Story.INTENT, 5, Window.live(Duration.ofMillis(1500), Duration.ofMillis(1)), sink);

    // then
    assertThat(sink.frames).contains("heartbeat").last().isEqualTo("timeout 5");
  }

  @Test
  void shouldCloseSoonAfterTheFirstNewsForClientsThatBuffer() throws Exception {
    // given
    view.holds(Story.first(3));
    TestSink sink = new TestSink();
    long start = System.nanoTime();

    // when
    feed.run(Story.INTENT, 0, Window.buffered(Duration.ofMinutes(1), Duration.ofSeconds(30)), sink);

    // then
    assertThat(sink.frames).last().isEqualTo("timeout 5");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void shouldLeaveWithItsListener() throws Exception {
    // given
    view.holds(Story.first(3));
    var leaving = new TestSink[1];
    leaving[0] = new TestSink(frame -> leaving[0].leave());

    // when
    feed.run(Story.INTENT, 3, LONG, leaving[0]);

    // then
    assertThat(leaving[0].frames).containsExactly("5 intent.human_task_assigned");
  }

  @Test
  void shouldGiveANewbornAMomentForItsFirstStep() throws Exception {
    // given
    view.holds(Story.first(2));
    view.atTheSeam =
        () ->
            view.atTheSeam =
                () -> {
                  view.live(3);
                  view.atTheSeam = () -> view.holds(Story.first(3));
                };

    // when
    List<?> events = feed.read(Story.INTENT);

    // then
    assertThat(events).hasSize(3);
  }
}
