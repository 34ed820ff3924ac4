package dev.assent.notifier.delivery;

import dev.assent.notifier.delivery.DeliveryWorker.Office;
import dev.assent.notifier.domain.Lane;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a worker with a thread of its own for every lane: those of the channels, and those on which
 * something waits for a channel that is gone. Counts what waits now and then.
 */
public final class LaneKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LaneKeeper.class);
  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Office office;
  private final Map<Lane, Staffed> lanes = new HashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread counting =
      Thread.ofPlatform().name("notifier-lanes").daemon().unstarted(this::count);

  private record Staffed(DeliveryWorker worker, Thread thread) {}

  public LaneKeeper(Office office) {
    this.office = office;
  }

  /** Starts the workers of these channels. Called once. */
  public void start(Collection<Channel> channels) {
    channels.forEach(this::staff);
    counting.start();
  }

  /** Lets what is under way end, for five seconds at the most. */
  @Override
  public void close() {
    closing.countDown();
    try {
      counting.join();
      lanes.values().forEach(staffed -> staffed.worker().stop());
      long end = System.nanoTime() + GRACE.toNanos();
      for (Staffed staffed : lanes.values()) {
        if (!staffed.thread().join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
          staffed.thread().interrupt();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void count() {
    try {
      do {
        countOnce();
      } while (!closing.await(EVERY.toSeconds(), TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Counts what waits, and sees to it that somebody serves it. */
  void countOnce() {
    try {
      Map<Lane, Long> waiting = office.store().waiting(office.owned().now());
      office.metrics().waiting(waiting);
      for (Lane lane : waiting.keySet()) {
        if (!lanes.containsKey(lane)) {
          LOG.warn("deliveries wait on lane={}, which is not configured: given up", lane.name());
          staff(new ClosedChannel(lane));
        }
      }
    } catch (RuntimeException e) {
      LOG.warn("the waiting deliveries cannot be counted now", e);
    }
  }

  private void staff(Channel channel) {
    DeliveryWorker worker = new DeliveryWorker(channel, office);
    Thread thread =
        Thread.ofPlatform().name("notifier-" + channel.lane().name()).daemon().start(worker);
    lanes.put(channel.lane(), new Staffed(worker, thread));
  }
}
