package dev.assent.approval.page;

import dev.assent.approval.query.Freshness;
import dev.assent.contract.id.IntentId;
import dev.assent.eventlog.append.LogRecord;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Tells one open page that something changed, once the view shows it. Many changes at once are one:
 * the page loads what it needs itself, with its session.
 */
final class LiveStream {

  /** Shorter than what proxies take for silence. */
  static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration BREATH = Duration.ofMillis(250);

  /** Longer, for a view that is never to come would have every page load again and again. */
  private static final Duration BEHIND = Duration.ofSeconds(1);

  /** A page that does not take what it is told is not worth remembering more for. */
  private static final int MOST_KEYS = 1_000;

  /** Where it goes. */
  interface Outlet {

    /** Returns false if nobody listens any more. */
    boolean changed();

    /** Returns false if nobody listens any more. */
    boolean heartbeat();
  }

  private final Freshness view;
  private final Outlet outlet;
  private final Semaphore changes = new Semaphore(0);
  private final Set<String> keys = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  LiveStream(Freshness view, Outlet outlet) {
    this.view = view;
    this.outlet = outlet;
  }

  /** Takes a fact that concerns the page; quick, for it runs on the tail's thread. */
  void saw(LogRecord fact) {
    String key = fact.key();
    if (key != null) {
      if (keys.size() < MOST_KEYS) {
        keys.add(key);
      }
      changes.release();
    }
  }

  void stop() {
    stopped = true;
    changes.release();
  }

  /** Runs until nobody listens, it is stopped, or the time is over. */
  void run(Duration life, Duration heartbeat) throws InterruptedException {
    long end = System.nanoTime() + life.toNanos();
    boolean listening = outlet.heartbeat();
    while (listening && !stopped && System.nanoTime() < end) {
      if (changes.tryAcquire(heartbeat.toMillis(), TimeUnit.MILLISECONDS)) {
        listening = !stopped && tell();
      } else {
        listening = outlet.heartbeat();
      }
    }
  }

  private boolean tell() throws InterruptedException {
    changes.drainPermits();
    boolean isBehind = false;
    for (String key : Set.copyOf(keys)) {
      keys.remove(key);
      if (!view.await(IntentId.of(key), PATIENCE)) {
        keys.add(key);
        isBehind = true;
      }
    }
    boolean listening = outlet.changed();
    if (isBehind) {
      // What the page loads now may be what it has already.
      changes.release();
    }
    Thread.sleep(isBehind ? BEHIND : BREATH);
    return listening;
  }
}
