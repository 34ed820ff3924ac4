package dev.assent.approval.process;

import static dev.assent.approval.process.Desk.ADA;
import static dev.assent.approval.process.Desk.BO;
import static dev.assent.approval.process.Desk.DIGEST;
import static dev.assent.approval.process.Desk.INTENT;
import static dev.assent.approval.process.Desk.TOPICS;
import static dev.assent.approval.process.Desk.decision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.notification.ChannelKind;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.contract.outcome.Completion;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.outcome.RefusedInput;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.signal.Signal.NoticeDelivered;
import dev.assent.contract.signal.Signal.ResolveSubmitted;
import dev.assent.contract.signal.Signal.TransferSubmitted;
import dev.assent.eventlog.append.LogRecord;
import org.junit.jupiter.api.Test;

class DecidingTest {

  @Test
  void shouldCompleteWhenAnApproverSaysYes() {
    // given
    Desk desk = Desk.waiting();

    // when
    desk.take(desk.signal("signal-1", decision(ADA, "approved", DIGEST)));

    // then
    assertThat(desk.eventNames()).containsExactly("4 DecisionRecorded", "5 IntentCompleted");
    assertThat(desk.events())
        .allSatisfy(each -> assertThat(each.envelope().causationId()).isEqualTo("signal-1"));
    Completion completion = desk.completion();
    assertThat(completion.status()).isEqualTo(IntentStatus.COMPLETED);
    assertThat(completion.payloadDigest()).isEqualTo(DIGEST);
    assertThat(completion.decision()).isNotNull();
    assertThat(completion.decision().by()).isEqualTo(ADA);
    assertThat(completion.decision().verdict()).isEqualTo(Verdict.POSITIVE);
    assertThat(desk.appended)
        .filteredOn(append -> append.topic().equals(TOPICS.completions()))
        .singleElement()
        .satisfies(
            append -> {
              assertThat(append.key()).isEqualTo(INTENT.toString());
              assertThat(append.headers())
                  .containsEntry("ce_type", "dev.assent.intent.completion.v1")
                  .containsEntry("ce_causationid", "signal-1")
                  .containsEntry("ce_correlationid", "correlation-1");
            });
  }

  @Test
  void shouldFailWhenAnApproverSaysNo() {
    // given
    Desk desk = Desk.waiting();

    // when
    desk.take(desk.signal("signal-1", decision(BO, "rejected", DIGEST)));

    // then
    assertThat(desk.eventNames()).containsExactly("4 DecisionRecorded", "5 IntentFailed");
    assertThat(desk.completion().status()).isEqualTo(IntentStatus.FAILED);
    assertThat(desk.completion().error().code()).isEqualTo("human_rejected");
  }

  @Test
  void shouldTellTheLoserOfARaceWhoWon() {
    // given
    Desk desk = Desk.waiting();
    desk.take(desk.signal("signal-1", decision(BO, "rejected", DIGEST)));

    // when
    desk.take(desk.signal("signal-2", decision(ADA, "approved", DIGEST)));

    // then
    assertThat(desk.events()).isEmpty();
    RefusedInput refused = desk.refused();
    assertThat(refused.input()).isEqualTo("signal-2");
    assertThat(refused.intentId()).isEqualTo(INTENT.toString());
    assertThat(refused.refusal().code()).isEqualTo(RefusalCode.ALREADY_DECIDED);
    assertThat(refused.refusal().winner().by()).isEqualTo(BO);
    assertThat(refused.refusal().winner().outcome()).isEqualTo("rejected");
    assertThat(desk.appended.getFirst().headers()).containsEntry("ce_causationid", "signal-2");
    assertThat(refusals(desk, "already_decided")).isEqualTo(1);
  }

  @Test
  void shouldAnswerARepeatedSignalWithItsFirstAnswer() {
    // given
    Desk desk = Desk.waiting();
    LogRecord signal = desk.signal("signal-1", decision(ADA, "approved", DIGEST));
    desk.take(signal);

    // when
    desk.take(signal);

    // then
    assertThat(desk.events()).isEmpty();
    assertThat(desk.refused().refusal().code()).isEqualTo(RefusalCode.DUPLICATE);
    assertThat(desk.refused().refusal().winner().by()).isEqualTo(ADA);
  }

  @Test
  void shouldRecordARepeatedReceiptOnce() {
    // given
    Desk desk = Desk.waiting();
    LogRecord receipt = desk.signal("receipt-1", receipt("ada"));
    desk.take(receipt);

    // when
    desk.take(receipt);

    // then
    assertThat(desk.events()).isEmpty();
    assertThat(desk.refused().refusal().code()).isEqualTo(RefusalCode.DUPLICATE);
  }

  @Test
  void shouldRefuseAKeyThatWasAcceptedBeforeWithAnotherWish() {
    // given
    Desk desk = Desk.waiting();
    String key = "0b8a4f02-7d1c-4e55-8a11-2f3c4d5e6f70.";
    String first = key + "a".repeat(32);
    desk.take(desk.signal(first, decision(ADA, "approved", DIGEST)));

    // when
    desk.take(desk.signal(key + "b".repeat(32), decision(ADA, "rejected", DIGEST)));

    // then
    assertThat(desk.events()).isEmpty();
    assertThat(desk.refused().refusal().code()).isEqualTo(RefusalCode.IDEMPOTENCY_KEY_REUSED);
    assertThat(desk.refused().refusal().winner().outcome()).isEqualTo("approved");
    desk.take(desk.signal(first, decision(ADA, "approved", DIGEST)));
    assertThat(desk.refused().refusal().code()).isEqualTo(RefusalCode.DUPLICATE);
  }

  @Test
  void shouldNotTakeIdsThatStrangersChoseForKeys() {
    // given
    Desk desk = Desk.waiting();
    desk.take(
        desk.signal("order.1", new TransferSubmitted(null, ADA, Assignee.person("cy"), null)));

    // when
    desk.take(desk.signal("order.2", decision(BO, "approved", DIGEST)));

    // then
    assertThat(desk.completion().status()).isEqualTo(IntentStatus.COMPLETED);
  }

  @Test
  void shouldRememberWhatAPersonSentWhileReceiptsPourIn() {
    // given
    Desk desk = Desk.waiting();
    LogRecord transfer =
        desk.signal("transfer", new TransferSubmitted(null, ADA, Assignee.group("dba"), null));
    desk.take(transfer);
    for (int i = 0; i < 40; i++) {
      desk.take(desk.signal("receipt-" + i, receipt("person-" + i)));
    }

    // when
    desk.take(transfer);

    // then
    assertThat(desk.refused().refusal().code()).isEqualTo(RefusalCode.DUPLICATE);
  }

  @Test
  void shouldRefuseADecisionOnSomethingElseThanWasShown() {
    // given
    Desk desk = Desk.waiting();

    // when
    desk.take(desk.signal("signal-1", decision(ADA, "approved", "0".repeat(64))));

    // then
    assertThat(desk.refused().refusal().code()).isEqualTo(RefusalCode.SHOWN_SOMETHING_ELSE);
  }

  @Test
  void shouldNotLetTheSenderPassAHumanGate() {
    // given
    Desk desk = Desk.waiting();
    Actor sender = Actor.agent("agent://acme/prod/migrator", "api_key");

    // when
    desk.take(
        desk.signal(
            "signal-1", new ResolveSubmitted(sender, IntentStatus.COMPLETED, null, null, null)));

    // then
    assertThat(desk.refused().refusal().code()).isEqualTo(RefusalCode.HUMAN_GATE_STANDS);
  }

  @Test
  void shouldTellWhyACanceledIntentEnded() {
    // given
    Desk desk = Desk.waiting();
    Actor sender = Actor.agent("agent://acme/prod/migrator", "api_key");

    // when
    desk.take(
        desk.signal(
            "signal-1",
            new ResolveSubmitted(sender, IntentStatus.CANCELED, null, null, "not needed")));

    // then
    assertThat(desk.completion().status()).isEqualTo(IntentStatus.CANCELED);
    assertThat(desk.completion().reason()).isEqualTo("not needed");
  }

  private static NoticeDelivered receipt(String recipient) {
    return new NoticeDelivered(
        "delivery-1", NoticeKind.TASK_ASSIGNED, ChannelKind.EMAIL, recipient, 1);
  }

  private static double refusals(Desk desk, String code) {
    return desk.meters.counter("assent.approval.refused", "code", code).count();
  }
}
