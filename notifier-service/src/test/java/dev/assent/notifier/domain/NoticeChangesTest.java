package dev.assent.notifier.domain;

import static dev.assent.notifier.NotifierFixtures.ADA;
import static dev.assent.notifier.NotifierFixtures.ONE;
import static dev.assent.notifier.NotifierFixtures.TWO;
import static dev.assent.notifier.NotifierFixtures.ask;
import static dev.assent.notifier.NotifierFixtures.asked;
import static dev.assent.notifier.NotifierFixtures.canceled;
import static dev.assent.notifier.NotifierFixtures.created;
import static dev.assent.notifier.NotifierFixtures.decided;
import static dev.assent.notifier.NotifierFixtures.event;
import static dev.assent.notifier.NotifierFixtures.notTold;
import static dev.assent.notifier.NotifierFixtures.notice;
import static dev.assent.notifier.NotifierFixtures.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.IntentNotified;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.notification.ChannelKind;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.contract.plan.Delay;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoticeChangesTest {

  private static final UUID DELIVERY = new UUID(7, 7);

  private final NoticeChanges changes = new NoticeChanges();

  @Test
  void shouldLearnOfAnIntentFromSeveralEvents() {
    // given
    Plan plan =
        new Plan(
            "Index on orders",
            List.of(new Delay("wait", Duration.ofSeconds(1), null, null)),
            null,
            new Fallback.TimeOut());

    // when
    changes.add(created(ONE));
    changes.add(event(ONE, 2, new IntentSubmitted(plan, null, List.of())));

    // then
    assertThat(changes.subjects())
        .containsExactly(
            new Subject(ONE, "db.migration", "agent://acme/prod/migrator", "Index on orders"));
  }

  @Test
  void shouldRememberTheLastEventThatEndedATask() {
    // when
    changes.add(decided(ONE, 5, "ada", ADA));
    changes.add(canceled(ONE, 6));
    changes.add(asked(TWO, 3, ADA));

    // then
    assertThat(changes.ended()).containsOnlyKeys(ONE).containsEntry(ONE, 6L);
  }

  @Test
  void shouldNotEndATaskByADecisionThatCameEarly() {
    // when
    changes.add(decided(ONE, 5, "ada", true));

    // then
    assertThat(changes.ended()).isEmpty();
  }

  @Test
  void shouldBelieveThatItArrivedIfOneReceiptSaysSo() {
    // when
    changes.add(told(ONE, 5, DELIVERY, 2));
    changes.add(notTold(ONE, 6, DELIVERY));

    // then
    assertThat(changes.receipts())
        .containsExactly(new Receipt(DELIVERY, DeliveryState.DELIVERED, 2, null));
  }

  @Test
  void shouldPassByTheDeliveriesOfOthers() {
    // when
    changes.add(
        event(
            ONE,
            5,
            new IntentNotified(
                "agent-1", NoticeKind.ANNOUNCEMENT, ChannelKind.AGENT, "agent://a", 1)));

    // then
    assertThat(changes.receipts()).isEmpty();
  }

  @Test
  void shouldKnowADeliveryAgain() {
    // given
    Recipient ada = new Recipient(ChannelKind.EMAIL, "ada");

    // when
    Delivery first = Delivery.of(notice(ask(ADA)), 0, ada);
    Delivery again = Delivery.of(notice(ask(ADA)), 0, ada);
    changes.add(first);
    changes.add(again);

    // then
    assertThat(changes.deliveries()).containsExactly(again);
    assertThat(first.id())
        .isNotEqualTo(Delivery.of(notice(ask(ADA)), 0, new Recipient(ChannelKind.EMAIL, "bo")).id())
        .isNotEqualTo(
            Delivery.of(notice(ask(ADA)), 0, new Recipient(ChannelKind.WEBHOOK, "ada")).id());
  }
}
