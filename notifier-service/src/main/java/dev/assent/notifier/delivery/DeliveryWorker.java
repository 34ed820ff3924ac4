package dev.assent.notifier.delivery;

import dev.assent.contract.envelope.SignalEnvelope;
import dev.assent.contract.notification.ChannelKind;
import dev.assent.eventlog.view.OwnedPartitions;
import dev.assent.notifier.delivery.DeliveryStore.Settlement;
import dev.assent.notifier.domain.DeliveryState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off one lane: keeps as many deliveries under way as its channel takes at once, tells the
 * log what ended, and marks the rows. One that hangs costs its own place, and nobody else's time.
 *
 * <p>What a crash costs: between claim and send, one counted attempt; between send and mark, one
 * more mail, for nobody can know whether the first went out. It carries the same {@code
 * Message-ID}, or {@code webhook-id}, by which the other side can tell. An outage of the log or of
 * the database costs nothing: the worker waits with its receipts in hand, and begins nothing else.
 */
public final class DeliveryWorker implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);

  /** Beyond the channel's timeout; what a dead worker held is taken up again after both. */
  private static final Duration SLACK = Duration.ofSeconds(40);

  private static final long APPEND_SECONDS = 30;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Channel channel;
  private final Office office;
  private final Bell.Ear ear;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();

  /** What the log knows and the rows do not yet. */
  private final List<Ended> reported = new ArrayList<>();

  private int underWay;
  private volatile boolean stopped;

  /** An attempt, and what came of it. */
  private record Ended(DueDelivery delivery, Outcome outcome) {}

  /**
   * What all workers of this instance share.
   *
   * @param maxAge how old a notice that asks nothing may be when it is first sent
   */
  public record Office(
      DeliveryStore store,
      Receipts receipts,
      OwnedPartitions owned,
      Bell bell,
      Backoff backoff,
      DeliveryMetrics metrics,
      InstantSource clock,
      Duration maxAge) {}

  public DeliveryWorker(Channel channel, Office office) {
    this.channel = channel;
    this.office = office;
    this.ear = office.bell().ear();
  }

  /** Works until it is stopped or interrupted. An outage is logged, and waited out. */
  @Override
  public void run() {
    try {
      while (!stopped) {
        if (!turnOrPause()) {
          ear.listen();
        }
      }
      finish();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      // Nobody waits any more for what is under way now.
      threads.shutdownNow();
    }
  }

  /** Ends after what is under way. */
  public void stop() {
    stopped = true;
    office.bell().ring();
  }

  private boolean turnOrPause() throws InterruptedException {
    try {
      return turn();
    } catch (RuntimeException | Error e) {
      LOG.warn("lane={} cannot work now, the next try is in a second", channel.lane().name(), e);
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      return false;
    }
  }

  /** Settles what has ended, and begins what is due and has a place; says if there was any. */
  boolean turn() throws InterruptedException {
    List<Ended> all = new ArrayList<>();
    ended.drainTo(all);
    settle(all);
    List<DueDelivery> due = claim();
    due.forEach(delivery -> threads.execute(() -> undertake(delivery)));
    underWay += due.size();
    return !due.isEmpty() || !all.isEmpty();
  }

  /** Waits for what is under way, and settles it and what the database did not take before. */
  void finish() throws InterruptedException {
    while (underWay > 0) {
      List<Ended> all = new ArrayList<>(List.of(ended.take()));
      ended.drainTo(all);
      settle(all);
    }
    settle(List.of());
  }

  private List<DueDelivery> claim() {
    int places = channel.atOnce() - underWay;
    if (places == 0) {
      return List.of();
    }
    Instant now = office.clock().instant();
    Instant leaseEnd = now.plus(channel.timeout()).plus(SLACK);
    return office.store().claim(channel.lane(), office.owned().now(), now, leaseEnd, places);
  }

  private void undertake(DueDelivery delivery) {
    try {
      ended.add(new Ended(delivery, attempt(delivery)));
      ear.nudge();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void settle(List<Ended> all) throws InterruptedException {
    if (!all.isEmpty()) {
      underWay -= all.size();
      report(all);
      reported.addAll(all);
    }
    if (!reported.isEmpty()) {
      office.store().settle(reported.stream().map(this::settlement).toList());
      reported.clear();
    }
  }

  private Outcome attempt(DueDelivery delivery) throws InterruptedException {
    Outcome outcome = trySending(delivery);
    return outcome instanceof Outcome.Retry(String reason)
            && office.backoff().isSpent(delivery.attempt())
        ? new Outcome.GivenUp(reason)
        : outcome;
  }

  private Outcome trySending(DueDelivery delivery) throws InterruptedException {
    try {
      return isTooOld(delivery) ? new Outcome.TooOld() : channel.send(delivery);
    } catch (RuntimeException | Error e) {
      // Errors too: its place would be taken for good.
      LOG.error("lane={} could not send delivery={}", channel.lane().name(), delivery.id(), e);
      return new Outcome.Retry("The channel failed unexpectedly.");
    }
  }

  /** What asks for a decision is never too old: it is dropped when the task ends. */
  private boolean isTooOld(DueDelivery delivery) {
    return delivery.attempt() == 1
        && !delivery.notice().asks()
        && delivery.notice().at().plus(office.maxAge()).isBefore(office.clock().instant());
  }

  /** Appends the receipts of all that ended, however long the log takes to accept them. */
  private void report(List<Ended> all) throws InterruptedException {
    List<SignalEnvelope> receipts = new ArrayList<>();
    Instant now = office.clock().instant();
    ChannelKind kind = channel.lane().channel();
    for (Ended each : all) {
      office.metrics().attempted(kind, each.outcome());
      switch (each.outcome()) {
        case Outcome.Sent _ -> receipts.add(ReceiptSignals.delivered(each.delivery(), kind, now));
        case Outcome.GivenUp never ->
            receipts.add(ReceiptSignals.failed(each.delivery(), kind, now, never.reason()));
        case Outcome.Retry _ -> {}
        case Outcome.TooOld _ -> {}
      }
    }
    while (!receipts.isEmpty() && !isAppended(receipts)) {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    }
  }

  private boolean isAppended(List<SignalEnvelope> receipts) throws InterruptedException {
    try {
      office.receipts().append(receipts).get(APPEND_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("lane={} holds receipts that the log does not take", channel.lane().name(), e);
      return false;
    }
  }

  private Settlement settlement(Ended each) {
    DueDelivery delivery = each.delivery();
    return switch (each.outcome()) {
      case Outcome.Sent _ -> new Settlement(delivery.id(), DeliveryState.DELIVERED, null, null);
      case Outcome.GivenUp never ->
          new Settlement(delivery.id(), DeliveryState.FAILED, null, never.reason());
      case Outcome.TooOld _ -> new Settlement(delivery.id(), DeliveryState.EXPIRED, null, null);
      case Outcome.Retry later ->
          new Settlement(
              delivery.id(),
              DeliveryState.PENDING,
              office.clock().instant().plus(office.backoff().after(delivery.attempt())),
              later.reason());
    };
  }
}
