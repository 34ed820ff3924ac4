package dev.assent.notifier.delivery;

import static dev.assent.notifier.NotifierFixtures.ADA;
import static dev.assent.notifier.NotifierFixtures.NOON;
import static dev.assent.notifier.NotifierFixtures.ask;
import static dev.assent.notifier.NotifierFixtures.due;
import static dev.assent.notifier.NotifierFixtures.notice;
import static dev.assent.notifier.NotifierFixtures.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assent.contract.envelope.SignalEnvelope;
import dev.assent.contract.notification.ChannelKind;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.contract.signal.Signal.NoticeDelivered;
import dev.assent.contract.signal.Signal.NoticeFailed;
import dev.assent.eventlog.view.OwnedPartitions;
import dev.assent.notifier.delivery.DeliveryStore.Settlement;
import dev.assent.notifier.domain.DeliveryState;
import dev.assent.notifier.domain.Lane;
import dev.assent.notifier.domain.Recipient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DeliveryWorkerTest {

  private static final Recipient MAIL = new Recipient(ChannelKind.EMAIL, "ada");

  private final List<DueDelivery> waiting = new ArrayList<>();
  private final List<SignalEnvelope> receipts = new ArrayList<>();
  private final List<Settlement> settled = new ArrayList<>();
  private final List<String> order = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Deque<CompletableFuture<Void>> acknowledgements = new ArrayDeque<>();
  private final Deque<RuntimeException> outages = new ArrayDeque<>();
  private Instant now = NOON;

  @Test
  void shouldReportASuccessAndThenMarkIt() throws Exception {
    // given
    DueDelivery delivery = due(notice(ask(ADA)));
    waiting.add(delivery);

    // when
    work(due -> new Outcome.Sent());

    // then
    assertThat(receipts)
        .extracting(SignalEnvelope::signal)
        .containsExactly(
            new NoticeDelivered(
                delivery.id().toString(), NoticeKind.TASK_ASSIGNED, ChannelKind.EMAIL, "ada", 1));
    assertThat(settled)
        .containsExactly(new Settlement(delivery.id(), DeliveryState.DELIVERED, null, null));
    assertThat(order).containsExactly("receipts", "settle");
  }

  @Test
  void shouldTryAgainLaterWithoutAReceipt() throws Exception {
    // given
    DueDelivery delivery = due(notice(ask(ADA)), MAIL, 2);
    waiting.add(delivery);

    // when
    work(due -> new Outcome.Retry("Busy."));

    // then
    assertThat(receipts).isEmpty();
    assertThat(settled)
        .containsExactly(
            new Settlement(delivery.id(), DeliveryState.PENDING, NOON.plusSeconds(20), "Busy."));
  }

  @Test
  void shouldGiveUpAfterTheLastAttempt() throws Exception {
    // given
    DueDelivery delivery = due(notice(ask(ADA)), MAIL, 3);
    waiting.add(delivery);

    // when
    work(due -> new Outcome.Retry("Busy."));

    // then
    assertThat(receipts)
        .extracting(SignalEnvelope::signal)
        .containsExactly(
            new NoticeFailed(delivery.id().toString(), ChannelKind.EMAIL, "ada", 3, "Busy."));
    assertThat(settled)
        .containsExactly(new Settlement(delivery.id(), DeliveryState.FAILED, null, "Busy."));
    assertThat(meters.counter("assent.notifier.failed", "channel", "email").count()).isEqualTo(1);
  }

  @Test
  void shouldTreatABugOfAChannelAsAFailureThatMayPass() throws Exception {
    // given
    waiting.add(due(notice(ask(ADA))));

    // when
    work(
        due -> {
          throw new IllegalStateException("bug");
        });

    // then
    assertThat(settled).extracting(Settlement::state).containsExactly(DeliveryState.PENDING);
  }

  @Test
  void shouldHoldReceiptsUntilTheLogTakesThemAndNotSendAgain() throws Exception {
    // given
    List<DueDelivery> sent = new ArrayList<>();
    waiting.add(due(notice(ask(ADA))));
    acknowledgements.add(CompletableFuture.failedFuture(new IllegalStateException("no broker")));

    // when
    work(
        due -> {
          sent.add(due);
          return new Outcome.Sent();
        });

    // then
    assertThat(sent).hasSize(1);
    assertThat(order).containsExactly("receipts", "receipts", "settle");
    assertThat(receipts).hasSize(2);
    assertThat(receipts.get(1).id()).isEqualTo(receipts.get(0).id());
  }

  @Test
  @Timeout(30)
  void shouldHoldReceiptsUntilTheDatabaseTakesThemAndNotSendAgain() throws Exception {
    // given
    DueDelivery delivery = due(notice(ask(ADA)));
    waiting.add(delivery);
    outages.add(new IllegalStateException("no database"));
    DeliveryWorker worker = worker(due -> new Outcome.Sent());
    worker.turn();

    // when
    assertThatThrownBy(worker::finish).hasMessage("no database");
    worker.turn();

    // then
    assertThat(order).containsExactly("receipts", "settle", "settle");
    assertThat(settled).extracting(Settlement::delivery).containsExactly(delivery.id());
    assertThat(receipts).hasSize(1);
  }

  @Test
  @Timeout(30)
  void shouldSettleBeforeItEndsWhatTheDatabaseDidNotTake() throws Exception {
    // given
    DueDelivery delivery = due(notice(ask(ADA)));
    waiting.add(delivery);
    outages.add(new IllegalStateException("no database"));
    DeliveryWorker worker = worker(due -> new Outcome.Sent());
    worker.turn();
    assertThatThrownBy(worker::finish).hasMessage("no database");

    // when
    worker.finish();

    // then
    assertThat(settled).extracting(Settlement::delivery).containsExactly(delivery.id());
  }

  @Test
  @Timeout(30)
  void shouldKeepThePlaceOfAChannelThatDoesNotEvenThrowAnException() throws Exception {
    // given
    waiting.add(due(notice(ask(ADA))));

    // when
    work(
        due -> {
          throw new StackOverflowError();
        });

    // then
    assertThat(settled).extracting(Settlement::state).containsExactly(DeliveryState.PENDING);
  }

  @Test
  void shouldNotTellOldNewsButStillAskWhatIsOpen() throws Exception {
    // given
    now = NOON.plus(Duration.ofDays(3));
    DueDelivery news = due(notice(tell(NoticeKind.DECIDED, "Index", ADA)));
    DueDelivery question = due(notice(ask(ADA)));
    waiting.add(news);
    waiting.add(question);

    // when
    work(due -> new Outcome.Sent());

    // then
    assertThat(settled)
        .containsExactlyInAnyOrder(
            new Settlement(news.id(), DeliveryState.EXPIRED, null, null),
            new Settlement(question.id(), DeliveryState.DELIVERED, null, null));
    assertThat(receipts).hasSize(1);
  }

  @Test
  void shouldFinishNewsThatItBeganInTime() throws Exception {
    // given
    now = NOON.plus(Duration.ofDays(3));
    waiting.add(due(notice(tell(NoticeKind.DECIDED, "Index", ADA)), MAIL, 2));

    // when
    work(due -> new Outcome.Sent());

    // then
    assertThat(settled).extracting(Settlement::state).containsExactly(DeliveryState.DELIVERED);
  }

  @Test
  @Timeout(30)
  void shouldGoOnWithTheOthersWhileOneHangs() throws Exception {
    // given
    CountDownLatch end = new CountDownLatch(1);
    DueDelivery hangs = due(notice(ask(ADA)));
    DeliveryWorker worker =
        worker(
            due -> {
              if (due.equals(hangs)) {
                awaitUninterruptibly(end);
              }
              return new Outcome.Sent();
            });
    waiting.add(hangs);
    worker.turn();

    // when
    for (int i = 0; i < 3; i++) {
      waiting.add(due(notice(tell(NoticeKind.DECIDED, "Index " + i, ADA))));
      while (settled.size() <= i) {
        worker.turn();
      }
    }

    // then
    assertThat(settled).extracting(Settlement::delivery).doesNotContain(hangs.id());

    // when
    end.countDown();
    worker.finish();

    // then
    assertThat(settled).hasSize(4).extracting(Settlement::delivery).endsWith(hangs.id());
  }

  @Test
  @Timeout(30)
  void shouldClaimOnlyForTheFreePlaces() throws Exception {
    // given
    CountDownLatch end = new CountDownLatch(1);
    DeliveryWorker worker =
        worker(
            due -> {
              awaitUninterruptibly(end);
              return new Outcome.Sent();
            });
    waiting.add(due(notice(ask(ADA))));
    waiting.add(due(notice(tell(NoticeKind.DECIDED, "Index", ADA))));

    // when
    worker.turn();
    worker.turn();

    // then
    assertThat(places).containsExactly(5, 3);
    end.countDown();
    worker.finish();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Begins all that waits, and ends with it. */
  private void work(Function<DueDelivery, Outcome> sending) throws InterruptedException {
    DeliveryWorker worker = worker(sending);
    worker.turn();
    worker.finish();
  }

  private DeliveryWorker worker(Function<DueDelivery, Outcome> sending) {
    OwnedPartitions owned = new OwnedPartitions();
    owned.add(List.of(0));
    return new DeliveryWorker(
        new FakeChannel(sending),
        new DeliveryWorker.Office(
            new FakeStore(),
            this::append,
            owned,
            new Bell(),
            new Backoff(
                new Backoff.Settings(Duration.ofSeconds(10), Duration.ofMinutes(1), 3),
                bound -> bound - 1),
            new DeliveryMetrics(meters),
            () -> now,
            Duration.ofDays(2)));
  }

  private CompletableFuture<Void> append(List<SignalEnvelope> signals) {
    order.add("receipts");
    receipts.addAll(signals);
    return acknowledgements.isEmpty()
        ? CompletableFuture.completedFuture(null)
        : acknowledgements.remove();
  }

  private record FakeChannel(Function<DueDelivery, Outcome> sending) implements Channel {

    @Override
    public Lane lane() {
      return Lane.EMAIL;
    }

    @Override
    public int atOnce() {
      return 5;
    }

    @Override
    public Duration timeout() {
      return Duration.ofSeconds(20);
    }

    @Override
    public Outcome send(DueDelivery delivery) {
      return sending.apply(delivery);
    }
  }

  private final class FakeStore implements DeliveryStore {

    @Override
    public List<DueDelivery> claim(
        Lane lane, Collection<Integer> partitions, Instant at, Instant leaseEnd, int limit) {
      places.add(limit);
      List<DueDelivery> claimed = List.copyOf(waiting);
      waiting.clear();
      return claimed;
    }

    @Override
    public void settle(List<Settlement> settlements) {
      order.add("settle");
      if (!outages.isEmpty()) {
        throw outages.remove();
      }
      settled.addAll(settlements);
    }

    @Override
    public Map<Lane, Long> waiting(Collection<Integer> partitions) {
      return Map.of();
    }
  }
}
