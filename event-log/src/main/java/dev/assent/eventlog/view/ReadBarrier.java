package dev.assent.eventlog.view;

import dev.assent.eventlog.kafka.Records;
import dev.assent.eventlog.postgres.OpenView;
import dev.assent.eventlog.postgres.Positions;
import dev.assent.eventlog.postgres.ViewReplacedException;
import dev.assent.eventlog.tail.Tail;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Lets a read wait until its view holds all that this process has seen of the log, so that a read
 * after an answered write sees it.
 */
public final class ReadBarrier {

  private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();

  private final Tail tail;
  private final ViewProgress progress;
  private final DataSource database;
  private final Positions positions;

  public ReadBarrier(Tail tail, ViewProgress progress, OpenView view) {
    this.tail = tail;
    this.progress = progress;
    this.database = view.database();
    this.positions = new Positions(view);
  }

  /**
   * Waits for this key's partition, on a thread that may block.
   *
   * @return false if time was up first; the read may then be a little behind
   */
  public boolean await(String key, Duration timeout) {
    int partition = Records.partitionOf(key, tail.partitions());
    return awaitPartition(partition, System.nanoTime() + timeout.toNanos());
  }

  /**
   * Waits until the view holds all that is committed about this key, whoever saw it first. This
   * asks the broker: for those who would else say that something is not there.
   *
   * @return false if time was up first, or the broker is away; nobody knows then
   */
  public boolean awaitEnd(String key, Duration timeout) {
    return awaitEnds(timeout, Records.partitionOf(key, tail.partitions()));
  }

  /** The same for all keys: for those who know a thing by another name than its key. */
  public boolean awaitEndOfAll(Duration timeout) {
    return awaitEnds(timeout, IntStream.range(0, tail.partitions()).toArray());
  }

  /**
   * Waits until the view shows something about this key: it is looked at once it holds what this
   * process has seen, and again after each fact.
   *
   * @return false if time was up first
   */
  public boolean awaitThat(String key, BooleanSupplier shown, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    int partition = Records.partitionOf(key, tail.partitions());
    Semaphore news = new Semaphore(0);
    try (Tail.Subscription _ = tail.follow(key, fact -> news.release())) {
      do {
        news.drainPermits();
        if (awaitPartition(partition, deadline) && shown.getAsBoolean()) {
          return true;
        }
      } while (news.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean awaitEnds(Duration timeout, int... partitions) {
    long deadline = System.nanoTime() + timeout.toNanos();
    CompletableFuture<Void> seen = tail.caughtUp(partitions);
    try {
      seen.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      return Arrays.stream(partitions).allMatch(each -> awaitPartition(each, deadline));
    } catch (TimeoutException | ExecutionException e) {
      seen.cancel(false);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Waits for all partitions, for reads over many keys. */
  public boolean awaitAll(Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    boolean all = true;
    for (int partition = 0; partition < tail.partitions(); partition++) {
      all &= awaitPartition(partition, deadline);
    }
    return all;
  }

  private boolean awaitPartition(int partition, long deadline) {
    long offset = tail.position(partition);
    try {
      while (System.nanoTime() < deadline) {
        if (progress.owns(partition)) {
          if (progress.await(partition, offset, deadline)) {
            return true;
          }
        } else if (stored(partition) >= offset) {
          return true;
        } else {
          // Another process owns the partition: its position can only be asked for.
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      }
      return false;
    } catch (ViewReplacedException e) {
      // This process follows the view no more.
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private long stored(int partition) {
    try (Connection connection = database.getConnection()) {
      return positions.read(connection, partition);
    } catch (SQLException e) {
      throw new IllegalStateException("the view's position cannot be read: " + e.getMessage(), e);
    }
  }
}
