package dev.assent.intake.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.axp.AxpJson;
import dev.assent.contract.axp.AxpSeq;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.json.EventCodec;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.tail.Tail;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * The events of one intent: those that are there, then those that come. Runs on a thread of its
 * own, which may block.
 */
public final class EventFeed {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** The agent's or person's first step follows the birth at once; a reader may wait for it. */
  private static final Duration FIRST_STEP = Duration.ofMillis(500);

  private static final long BIRTH = 2;

  /** How soon the view is asked again that did not hold in time what was heard of. */
  private static final long BEHIND_NANOS = Duration.ofMillis(500).toNanos();

  private final IntentReads reads;
  private final Freshness view;
  private final Following log;

  public EventFeed(IntentReads reads, Freshness view, Following log) {
    this.reads = reads;
    this.view = view;
    this.log = log;
  }

  /**
   * The history as it is now. One that has only just begun is given a moment to get to its first
   * step, so that whoever reads right after sending does not see half a beginning.
   */
  public List<RecordedEvent> read(IntentId intent) throws InterruptedException {
    view.await(intent, PATIENCE);
    List<RecordedEvent> events = reads.events(intent);
    if (events.size() != BIRTH) {
      return events;
    }
    Newest<LogRecord> news = new Newest<>();
    try (Tail.Subscription _ = log.follow(intent.toString(), news::add)) {
      view.await(intent, PATIENCE);
      events = reads.events(intent);
      if (events.size() == BIRTH && news.poll(FIRST_STEP.toNanos()) != null) {
        view.await(intent, PATIENCE);
        events = reads.events(intent);
      }
      return events;
    }
  }

  /**
   * Streams what is after {@code since} until the intent ends or the window is over.
   *
   * @param since exclusive, as {@link AxpSeq} counts
   */
  public void run(IntentId intent, long since, Window window, Sink sink)
      throws IOException, InterruptedException {
    Newest<LogRecord> news = new Newest<>();
    // Following first, reading second: what comes in between is met twice and told once.
    try (Tail.Subscription _ = log.follow(intent.toString(), news::add)) {
      Window.Ticks ticks = window.open(sink);
      Teller teller = new Teller(intent, AxpSeq.lastSeen(since), sink, ticks);
      teller.catchUp();
      while (!teller.isDone() && !ticks.isOver()) {
        long pause = ticks.pause();
        LogRecord record = news.poll(teller.isBehind() ? Math.min(BEHIND_NANOS, pause) : pause);
        if (record != null) {
          teller.live(record);
        } else {
          if (teller.isBehind()) {
            teller.catchUp();
          }
          ticks.beat();
        }
      }
      if (!teller.isDone() && !sink.isGone()) {
        sink.timeout(Math.max(since, AxpSeq.of(Math.max(1, teller.history.told()))));
      }
    }
  }

  /** One listener's place in the history. */
  private final class Teller {
    private final IntentId intent;
    private final long seen;
    private final Sink sink;
    private final Window.Ticks ticks;
    private final History history = new History();
    private long heard;
    private boolean done;

    Teller(IntentId intent, long seen, Sink sink, Window.Ticks ticks) {
      this.intent = intent;
      this.seen = seen;
      this.sink = sink;
      this.ticks = ticks;
    }

    /** Nothing more will be told that the listener waits for. */
    boolean isDone() {
      return done;
    }

    /** Something was heard of that the view did not hold yet. */
    boolean isBehind() {
      return heard > history.told();
    }

    void catchUp() throws IOException {
      view.await(intent, PATIENCE);
      send(history.tellAfter(seen, reads.events(intent)));
    }

    void live(LogRecord record) throws IOException {
      WireRecord wire = new WireRecord(record.key(), record.headers(), record.value());
      long sequence = EventCodec.sequence(wire);
      if (sequence <= history.told()) {
        return;
      }
      heard = Math.max(heard, sequence);
      if (sequence > history.told() + 1) {
        catchUp();
        return;
      }
      ObjectNode event = history.tell(EventCodec.decode(wire));
      send(sequence > seen ? List.of(event) : List.of());
    }

    private void send(List<ObjectNode> events) throws IOException {
      for (ObjectNode event : events) {
        sink.event(
            event.path("seq").asLong(),
            event.path("event_type").asText(),
            AxpJson.eventLine(event));
      }
      if (!events.isEmpty()) {
        ticks.told();
        // Only if it was told now: who asks again after the end waits, rather than asks at once.
        done = history.ended();
      }
    }
  }
}
