package dev.assent.approval.process;

import static dev.assent.approval.process.Desk.ADA;
import static dev.assent.approval.process.Desk.BO;
import static dev.assent.approval.process.Desk.DIGEST;
import static dev.assent.approval.process.Desk.INTENT;
import static dev.assent.approval.process.Desk.TOPICS;
import static dev.assent.approval.process.Desk.decision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.outcome.Completion;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.outcome.RefusedInput;
import dev.assent.contract.signal.Signal.NoticeDelivered;
import dev.assent.contract.signal.Signal.ResolveSubmitted;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.kernel.intent.IntentState;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApprovalProcessorTest {

  @Test
  void shouldBeginAnIntentThatWasSubmitted() {
    // given
    Desk desk = new Desk();
    desk.take(desk.created());

    // when
    desk.take(desk.submitted());

    // then
    assertThat(desk.eventNames()).containsExactly("3 HumanTaskAssigned");
    var envelope = desk.events().getFirst().envelope();
    assertThat(envelope.source()).isEqualTo("approval");
    assertThat(envelope.correlationId()).isEqualTo("correlation-1");
    assertThat(envelope.causationId()).isEqualTo(INTENT + "/2");
    assertThat(desk.appended.getFirst().key()).isEqualTo(INTENT.toString());
  }

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
    LogRecord receipt =
        desk.signal(
            "receipt-1",
            new NoticeDelivered(
                "delivery-1",
                dev.assent.contract.notification.NoticeKind.TASK_ASSIGNED,
                dev.assent.contract.notification.ChannelKind.EMAIL,
                "ada",
                1));
    desk.take(receipt);

    // when
    desk.take(receipt);

    // then
    assertThat(desk.events()).isEmpty();
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
  void shouldSkipItsOwnEcho() {
    // given
    Desk desk = Desk.waiting();
    List<LogRecord> echo = desk.echo();
    ApprovalState before = desk.state;

    // when
    echo.forEach(desk::take);

    // then
    assertThat(desk.state).isSameAs(before);
    assertThat(desk.appended).isEmpty();
  }

  @Test
  void shouldStillBeginAnIntentThatRecoveryApplied() {
    // given
    Desk desk = new Desk();
    LogRecord created = desk.created();
    LogRecord submitted = desk.submitted();
    desk.apply(created).apply(submitted);
    assertThat(desk.appended).isEmpty();

    // when
    desk.take(created);
    List<String> afterCreated = desk.eventNames();
    desk.take(submitted);

    // then
    assertThat(afterCreated).isEmpty();
    assertThat(desk.eventNames()).containsExactly("3 HumanTaskAssigned");
  }

  @Test
  void shouldComeToTheSameStateByReplay() {
    // given
    Desk live = new Desk();
    Desk replay = new Desk();
    List<LogRecord> facts = new java.util.ArrayList<>();
    for (LogRecord record :
        List.of(
            live.created(),
            live.submitted(),
            live.signal("signal-1", decision(ADA, "approved", DIGEST)))) {
      live.take(record);
      if (record.topic().equals(TOPICS.events())) {
        facts.add(record);
      }
      live.echo().stream()
          .filter(each -> each.topic().equals(TOPICS.events()))
          .forEach(facts::add);
    }

    // when
    facts.forEach(replay::apply);

    // then
    assertThat(replay.state).isEqualTo(live.state);
    assertThat(replay.rows).isEqualTo(live.rows);
  }

  @Test
  void shouldQuarantineAnIntentWhoseHistoryHasAGap() {
    // given
    Desk desk = new Desk();
    desk.take(desk.created());
    LogRecord gap = desk.fact(3, new dev.assent.contract.intent.IntentCanceled("no", ADA));

    // when
    desk.take(gap);

    // then
    assertThat(desk.state.quarantine()).contains("expected sequence 2");
    assertThat(desk.refused().refusal().code()).isEqualTo(RefusalCode.QUARANTINED);
    assertThat(desk.meters.counter("assent.approval.quarantined").count()).isEqualTo(1);
    assertThat(desk.rows.getLast())
        .isInstanceOfSatisfying(
            dev.assent.approval.projection.ApprovalRow.QuarantineRow.class,
            row -> assertThat(row.offset()).isEqualTo(gap.offset()));
  }

  @Test
  void shouldRefuseWhateverComesToAnIntentInQuarantine() {
    // given
    Desk desk = new Desk();
    desk.take(desk.fact(7, new dev.assent.contract.intent.IntentCanceled("no", ADA)));

    // when
    desk.take(desk.signal("signal-1", decision(ADA, "approved", DIGEST)));

    // then
    assertThat(desk.refused().refusal().code()).isEqualTo(RefusalCode.QUARANTINED);
    assertThat(desk.refused().input()).isEqualTo("signal-1");
    assertThat(desk.take(desk.created()).appended).isEmpty();
  }

  @Test
  void shouldQuarantineAnIntentWithAnEventOfAnUnknownType() {
    // given
    Desk desk = new Desk();
    LogRecord known = desk.created();
    Map<String, String> headers = new HashMap<>(known.headers());
    headers.put("ce_type", "dev.assent.intent.teleported.v9");

    // when
    desk.take(
        desk.record(TOPICS.events(), new WireRecord(known.key(), headers, known.value())));

    // then
    assertThat(desk.state.quarantine()).contains("dev.assent.intent.teleported.v9");
    assertThat(desk.state.intent()).isInstanceOf(IntentState.NotCreated.class);
  }

  @Test
  void shouldRefuseASignalForAnIntentThatNobodySubmitted() {
    // given
    Desk desk = new Desk();

    // when
    desk.take(desk.signal("signal-1", decision(ADA, "approved", null)));

    // then
    assertThat(desk.refused().refusal().code()).isEqualTo(RefusalCode.INTENT_UNKNOWN);
    assertThat(desk.state.intent().sequence()).isZero();
  }

  @Test
  void shouldRefuseAnUnreadableSignalWithTheReasonAndItsBytes() {
    // given
    Desk desk = Desk.waiting();
    LogRecord good = desk.signal("signal-1", decision(ADA, "approved", DIGEST));
    byte[] bytes = "{\"outcome\":".getBytes(StandardCharsets.UTF_8);

    // when
    desk.take(desk.record(TOPICS.signals(), new WireRecord(good.key(), good.headers(), bytes)));

    // then
    RefusedInput refused = desk.refused();
    assertThat(refused.refusal().code()).isEqualTo(RefusalCode.MALFORMED);
    assertThat(refused.refusal().message()).contains("Expected JSON of DecisionSubmitted");
    assertThat(refused.input()).isEqualTo("signal-1");
    assertThat(Base64.getDecoder().decode(refused.original())).isEqualTo(bytes);
    assertThat(desk.state.quarantine()).isNull();
  }

  @Test
  void shouldRefuseASignalThatLacksWhatItMustHave() {
    // given
    Desk desk = Desk.waiting();
    LogRecord good = desk.signal("signal-1", decision(ADA, "approved", DIGEST));
    byte[] bytes = "{\"channel\":\"kafka\"}".getBytes(StandardCharsets.UTF_8);

    // when
    desk.take(desk.record(TOPICS.signals(), new WireRecord(good.key(), good.headers(), bytes)));

    // then
    assertThat(desk.refused().refusal().code()).isEqualTo(RefusalCode.MALFORMED);
    assertThat(desk.state.quarantine()).isNull();
  }

  @Test
  void shouldRefuseARecordThatIsNothingAtAll() {
    // given
    Desk desk = new Desk();
    LogRecord noise =
        desk.record(TOPICS.signals(), 2, null, new WireRecord(null, Map.of(), new byte[] {1, 2}));

    // when
    var turn =
        desk.processor.take(
            desk.processor.initial(desk.processor.keyOf(noise)), noise);

    // then
    assertThat(desk.processor.keyOf(noise)).isEqualTo("t.signals/2/" + noise.offset());
    assertThat(turn.appends()).singleElement().extracting("topic").isEqualTo("t.refusals");
  }

  @Test
  void shouldSendASignalInTheWrongPartitionToItsPlace() {
    // given
    Desk desk = Desk.waiting();
    LogRecord good = desk.signal("signal-1", decision(ADA, "approved", DIGEST));
    int wrong = (good.partition() + 1) % Desk.PARTITIONS;
    LogRecord stray =
        desk.record(
            TOPICS.signals(),
            wrong,
            "some-other-key",
            new WireRecord("some-other-key", good.headers(), good.value()));

    // when
    desk.take(stray);

    // then
    assertThat(desk.processor.keyOf(stray)).isEqualTo(INTENT.toString());
    assertThat(desk.appended)
        .singleElement()
        .satisfies(
            append -> {
              assertThat(append.topic()).isEqualTo(TOPICS.signals());
              assertThat(append.key()).isEqualTo(INTENT.toString());
              assertThat(append.headers()).isEqualTo(good.headers());
            });
    assertThat(desk.take(desk.echo().getFirst()).eventNames()).hasSize(2);
  }

  @Test
  void shouldReadSignalsInStructuredMode() {
    // given
    Desk desk = Desk.waiting();
    var document =
        ContractJson.MAPPER
            .createObjectNode()
            .put("specversion", "1.0")
            .put("id", "signal-1")
            .put("type", "dev.assent.signal.decision.v1")
            .put("source", "shell")
            .put("subject", INTENT.toString())
            .put("time", "2026-11-22T14:00:00Z");
    document.set("data", ContractJson.tree(decision(ADA, "approved", DIGEST)));
    LogRecord record =
        desk.record(
            TOPICS.signals(),
            new WireRecord(
                INTENT.toString(),
                Map.of("content-type", "application/cloudevents+json"),
                ContractJson.write(document)));

    // when
    desk.take(record);

    // then
    assertThat(desk.processor.keyOf(record)).isEqualTo(INTENT.toString());
    assertThat(desk.eventNames()).containsExactly("4 DecisionRecorded", "5 IntentCompleted");
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

  @Test
  void shouldForgetInputsOfLongAgo() {
    // given
    ApprovalState state = ApprovalState.initial("x");

    // when
    for (int i = 0; i < 40; i++) {
      state = state.next(state.intent(), "input-" + i);
    }

    // then
    assertThat(state.answered()).hasSize(16).last().isEqualTo("input-39");
  }

  private static double refusals(Desk desk, String code) {
    return desk.meters.counter("assent.approval.refused", "code", code).count();
  }
}
