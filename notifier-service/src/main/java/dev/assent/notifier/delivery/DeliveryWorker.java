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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off one lane, wave by wave: claims what is due, sends it all at once, tells the log what
 * ended, and marks the rows.
 *
 * <p>What a crash costs: between claim and send, one counted attempt; between send and mark, one
 * more mail, for nobody can know whether the first went out. It carries the same {@code
 * Message-ID}, or {@code webhook-id}, by which the other side can tell. An outage of the log costs
 * nothing: the wave waits with its receipts in hand, and no other begins.
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
  private volatile boolean stopped;

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
        if (waveOrPause() == 0) {
          ear.listen();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends after the wave at hand. */
  public void stop() {
    stopped = true;
    office.bell().ring();
  }

  private int waveOrPause() throws InterruptedException {
    try {
      return wave();
    } catch (RuntimeException e) {
      LOG.warn("lane={} cannot work now, the next try is in a second", channel.lane().name(), e);
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      return 0;
    }
  }

  /** One wave; says how many deliveries it was. */
  int wave() throws InterruptedException {
    Instant now = office.clock().instant();
    List<DueDelivery> due =
        office
            .store()
            .claim(
                channel.lane(),
                office.owned().now(),
                now,
                now.plus(channel.timeout()).plus(SLACK),
                channel.atOnce());
    if (!due.isEmpty()) {
      List<Outcome> outcomes = send(due);
      report(due, outcomes);
      settle(due, outcomes);
    }
    return due.size();
  }

  private List<Outcome> send(List<DueDelivery> due) throws InterruptedException {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      List<Future<Outcome>> sending =
          due.stream().map(delivery -> threads.submit(() -> attempt(delivery))).toList();
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> attempt : sending) {
        outcomes.add(outcome(attempt));
      }
      return outcomes;
    } finally {
      // All have ended, unless this thread was interrupted: then nobody waits for the rest.
      threads.shutdownNow();
    }
  }

  private Outcome attempt(DueDelivery delivery) throws InterruptedException {
    if (isTooOld(delivery)) {
      return new Outcome.TooOld();
    }
    Outcome outcome = trySending(delivery);
    return outcome instanceof Outcome.Retry(String reason)
            && office.backoff().isSpent(delivery.attempt())
        ? new Outcome.GivenUp(reason)
        : outcome;
  }

  private Outcome trySending(DueDelivery delivery) throws InterruptedException {
    try {
      return channel.send(delivery);
    } catch (RuntimeException e) {
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

  private static Outcome outcome(Future<Outcome> attempt) throws InterruptedException {
    try {
      return attempt.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("an attempt broke off", e.getCause());
    }
  }

  /** Appends the receipts of all that ended, however long the log takes to accept them. */
  private void report(List<DueDelivery> due, List<Outcome> outcomes) throws InterruptedException {
    List<SignalEnvelope> receipts = new ArrayList<>();
    Instant now = office.clock().instant();
    ChannelKind kind = channel.lane().channel();
    for (int i = 0; i < due.size(); i++) {
      office.metrics().attempted(kind, outcomes.get(i));
      switch (outcomes.get(i)) {
        case Outcome.Sent _ -> receipts.add(ReceiptSignals.delivered(due.get(i), kind, now));
        case Outcome.GivenUp never ->
            receipts.add(ReceiptSignals.failed(due.get(i), kind, now, never.reason()));
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

  private void settle(List<DueDelivery> due, List<Outcome> outcomes) {
    List<Settlement> settlements = new ArrayList<>();
    for (int i = 0; i < due.size(); i++) {
      settlements.add(settlement(due.get(i), outcomes.get(i)));
    }
    office.store().settle(settlements);
  }

  private Settlement settlement(DueDelivery delivery, Outcome outcome) {
    return switch (outcome) {
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
