package dev.assent.intake.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.intent.IntentDelivered;
import dev.assent.contract.json.EventCodec;
import dev.assent.eventlog.append.LogRecord;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class DeliveryFeedTest {

  private static final String AGENT = "agent://acme/prod/migrator";
  private static final Window SHORT = Window.live(Duration.ofMillis(50), Duration.ofSeconds(10));

  private final FakeView view = new FakeView();
  private final AgentBells bells = new AgentBells();
  private final DeliveryFeed feed = new DeliveryFeed(view, view, bells);

  @Test
  void shouldSendEveryOpenDeliveryOnce() throws Exception {
    // given
    view.delivers(delivered(101));
    view.delivers(delivered(103));
    TestSink sink = new TestSink();

    // when
    feed.run(AGENT, 0, SHORT, sink);

    // then
    assertThat(sink.frames)
        .containsExactly("101 intent.delivered", "103 intent.delivered", "timeout 103");
  }

  @Test
  void shouldSendOnlyWhatIsAfter() throws Exception {
    // given
    view.delivers(delivered(101));
    view.delivers(delivered(103));
    TestSink sink = new TestSink();

    // when
    feed.run(AGENT, 102, SHORT, sink);

    // then
    assertThat(sink.frames).containsExactly("103 intent.delivered", "timeout 103");
  }

  @Test
  void shouldSendMoreThanOnePortion() throws Exception {
    // given
    for (int i = 0; i < 450; i++) {
      view.delivers(delivered(2 * i + 1));
    }
    TestSink sink = new TestSink();

    // when
    feed.run(AGENT, 0, SHORT, sink);

    // then
    assertThat(sink.frames).hasSize(451).doesNotHaveDuplicates();
  }

  @Test
  void shouldWakeForANewDelivery() throws Exception {
    // given
    view.delivers(delivered(101));
    var sink = new TestSink[1];
    sink[0] =
        new TestSink(
            frame -> {
              if (frame.startsWith("101 ")) {
                view.delivers(delivered(103));
                bells.saw(fact(AGENT));
              } else {
                sink[0].leave();
              }
            });

    // when
    feed.run(AGENT, 0, Window.live(Duration.ofMinutes(1), Duration.ofSeconds(30)), sink[0]);

    // then
    assertThat(sink[0].frames).containsExactly("101 intent.delivered", "103 intent.delivered");
  }

  @Test
  void shouldLookAgainSoonForWhatTheViewDidNotHoldInTime() throws Exception {
    // given
    view.delivers(delivered(101));
    var sink = new TestSink[1];
    sink[0] =
        new TestSink(
            frame -> {
              if (frame.startsWith("101 ")) {
                view.behind = 2;
                view.atLast = () -> view.delivers(delivered(103));
                bells.saw(fact(AGENT));
              } else {
                sink[0].leave();
              }
            });

    // when
    feed.run(AGENT, 0, Window.live(Duration.ofMinutes(1), Duration.ofSeconds(30)), sink[0]);

    // then
    assertThat(sink[0].frames).containsExactly("101 intent.delivered", "103 intent.delivered");
  }

  @Test
  void shouldPauseWhileTheViewIsAway() throws Exception {
    // given
    view.delivers(delivered(101));
    view.away = 1;
    TestSink sink = new TestSink();

    // when
    feed.run(AGENT, 99, SHORT, sink);
    feed.run(AGENT, 99, SHORT, sink);

    // then
    assertThat(sink.frames).containsExactly("timeout 99", "101 intent.delivered", "timeout 101");
  }

  @Test
  void shouldNotRingForOtherAgents() throws Exception {
    // given
    AgentBells.Bell bell = bells.listen(AGENT);

    // when
    bells.saw(fact("agent://acme/prod/other"));
    bells.saw(fact(AGENT));

    // then
    assertThat(bell.rings().poll(0)).isEqualTo(Story.INTENT);
    assertThat(bell.rings().poll(0)).isNull();
  }

  private static Delivered delivered(long seq) {
    return new Delivered(seq, AGENT, Story.INTENT, "work", 1, Story.NINE);
  }

  private static LogRecord fact(String agent) {
    WireRecord wire =
        EventCodec.encode(
            new RecordedEvent(
                new Envelope(Story.INTENT, 3, Story.NINE, "approval", "c", "cause", null),
                new IntentDelivered(
                    "work", agent, 1, JsonNodeFactory.instance.objectNode(), List.of())));
    return new LogRecord("t.events", 0, 7, wire.key(), wire.headers(), wire.value(), 0);
  }
}
