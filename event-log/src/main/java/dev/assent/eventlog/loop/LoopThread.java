package dev.assent.eventlog.loop;

import dev.assent.eventlog.postgres.ViewReplacedException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of a loop: lives one life after another until it is stopped, or loses its view. */
final class LoopThread {

  private static final Logger LOG = LoggerFactory.getLogger(LoopThread.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final String name;
  private final Supplier<Life> lives;
  private final LoopMetrics metrics;
  private final Thread thread;
  private volatile boolean stopping;
  private volatile boolean healthy;
  private volatile @Nullable Life present;

  LoopThread(String name, Supplier<Life> lives, LoopMetrics metrics) {
    this.name = name;
    this.lives = lives;
    this.metrics = metrics;
    this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  boolean isHealthy() {
    return healthy;
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    while (!stopping) {
      long begun = System.nanoTime();
      try (Life life = lives.get()) {
        present = life;
        live(life);
      } catch (WakeupException | InterruptException | LoopStoppedException e) {
        LOG.debug("{} was woken to stop", name);
      } catch (ViewReplacedException e) {
        stopping = true;
        LOG.error("{} stops for good: {}", name, e.getMessage());
      } catch (RuntimeException | SQLException | Error e) {
        // Errors too: a loop whose thread has ended would look as well as one that has nothing to
        // do.
        healthy = false;
        metrics.restarted();
        if (!stopping) {
          LOG.warn("{} begins anew after a fault: {}", name, e.toString(), e);
          pause = livedLong(begun) ? FIRST_PAUSE : longer(pause);
          LockSupport.parkNanos(pause.toNanos());
        }
      } finally {
        present = null;
      }
    }
    healthy = false;
  }

  private void live(Life life) throws SQLException {
    try {
      life.open();
      while (!stopping) {
        life.turn();
        healthy = life.isRecovered();
      }
    } finally {
      if (stopping) {
        // It may see this before the thread that stops it has come to tell the life.
        life.stop();
      }
    }
  }

  private static boolean livedLong(long begun) {
    return System.nanoTime() - begun > Duration.ofMinutes(1).toNanos();
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  void stop() {
    stopping = true;
    Life life = present;
    if (life != null) {
      life.stop();
    }
    LockSupport.unpark(thread);
  }

  void join(Duration timeout) {
    try {
      thread.join(timeout);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
