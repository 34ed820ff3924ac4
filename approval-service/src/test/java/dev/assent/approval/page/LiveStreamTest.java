package dev.assent.approval.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.approval.query.Freshness;
import dev.assent.contract.id.IntentId;
import dev.assent.eventlog.append.LogRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class LiveStreamTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final IntentId INTENT = IntentId.of("6f1c2d34-0a4b-4c1e-9d35-5f6f0a2b7c11");

  private final List<String> told = new ArrayList<>();
  private int behind;

  @Test
  void shouldTellOnceOfManyChangesAndOnlyWhenTheViewShowsThem() throws InterruptedException {
    // given
    Recorder outlet = new Recorder(1);
    LiveStream stream = new LiveStream(new View(), outlet);
    stream.saw(fact(INTENT.toString()));
    stream.saw(fact(INTENT.toString()));
    stream.saw(fact(null));

    // when
    stream.run(LONG, LONG);

    // then
    assertThat(told).containsExactly("heartbeat", "view " + INTENT, "changed");
  }

  @Test
  void shouldTellAgainOnceTheViewShowsWhatItDidNotShowInTime() throws InterruptedException {
    // given
    behind = 1;
    LiveStream stream = new LiveStream(new View(), new Recorder(2));
    stream.saw(fact(INTENT.toString()));

    // when
    stream.run(LONG, LONG);

    // then
    assertThat(told)
        .containsExactly("heartbeat", "view " + INTENT, "changed", "view " + INTENT, "changed");
  }

  @Test
  void shouldShowThatItLivesWhileNothingHappens() throws InterruptedException {
    // given
    Recorder outlet = new Recorder(3);
    LiveStream stream = new LiveStream(new View(), outlet);

    // when
    stream.run(LONG, Duration.ofMillis(1));

    // then
    assertThat(told).containsExactly("heartbeat", "heartbeat", "heartbeat", "heartbeat");
  }

  @Test
  void shouldEndWhenItIsStoppedOrItsTimeIsOver() throws InterruptedException {
    // given
    LiveStream stopped = new LiveStream(new View(), new Recorder(99));
    stopped.stop();
    LiveStream over = new LiveStream(new View(), new Recorder(99));

    // when
    stopped.run(LONG, LONG);
    over.run(Duration.ZERO, LONG);

    // then
    assertThat(told).containsExactly("heartbeat", "heartbeat");
  }

  private static LogRecord fact(String key) {
    return new LogRecord("events", 0, 0, key, Map.of(), new byte[0], 0);
  }

  /** A view that is up to date once it is asked, or asked again. */
  private final class View implements Freshness {

    @Override
    public boolean await(IntentId intent, Duration timeout) {
      told.add("view " + intent);
      return behind-- <= 0;
    }

    @Override
    public boolean awaitThat(IntentId intent, BooleanSupplier shown, Duration timeout) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean awaitEndOfAll(Duration timeout) {
      return true;
    }

    @Override
    public boolean awaitEnd(IntentId intent, Duration timeout) {
      return await(intent, timeout);
    }
  }

  /** A browser that goes away after so many messages besides the first. */
  private final class Recorder implements LiveStream.Outlet {

    private int left;

    Recorder(int left) {
      this.left = left + 1;
    }

    @Override
    public boolean changed() {
      return tell("changed");
    }

    @Override
    public boolean heartbeat() {
      return tell("heartbeat");
    }

    private boolean tell(String what) {
      told.add(what);
      left--;
      return left > 0;
    }
  }
}
