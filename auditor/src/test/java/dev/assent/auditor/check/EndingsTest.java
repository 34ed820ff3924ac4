package dev.assent.auditor.check;

import static dev.assent.auditor.check.Looked.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.assent.auditor.CheckReport;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.IntentAcknowledged;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.json.OutcomeCodec;
import dev.assent.contract.outcome.Completion;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Topics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndingsTest {

  private static final Topics TOPICS = MadeUpLog.TOPICS;

  private final MadeUpLog log = new MadeUpLog();

  @Test
  void shouldFindNothingInWhatAssentWrites() {
    // given
    Tale.approved(log, 1);
    Tale.waiting(log, 2);

    // when
    CheckReport report = Looked.at(log).completions();

    // then
    assertThat(sentences(report)).isEmpty();
    assertThat(report.checked()).containsEntry("completions", 1L).containsEntry("endings", 1L);
  }

  @Test
  void shouldFindAMissingCompletion() {
    // given
    Tale tale = Tale.approved(log, 1);
    log.remove(TOPICS.completions(), 0);

    // when
    CheckReport report = Looked.at(log).completions();

    // then
    assertThat(sentences(report))
        .singleElement()
        .asString()
        .contains(tale.id, "expected a completion, COMPLETED, but there is none");
  }

  @Test
  void shouldFindAnotherOutcome() {
    // given
    Tale tale = Tale.approved(log, 1);
    Completion told = completion();
    log.remove(TOPICS.completions(), 0);
    tale.complete(changed(told, IntentStatus.FAILED, "x"));

    // when
    CheckReport report = Looked.at(log).completions();

    // then
    assertThat(sentences(report))
        .singleElement()
        .asString()
        .contains("t.completions-0@0", "COMPLETED as its ending at t.events-0@", "is FAILED");
  }

  @Test
  void shouldFindAnotherResultAndNotTellIt() {
    // given
    Tale tale = Tale.approved(log, 1);
    Completion told = completion();
    log.remove(TOPICS.completions(), 0);
    tale.complete(changed(told, IntentStatus.COMPLETED, "forged"));

    // when
    CheckReport report = Looked.at(log).completions();

    // then
    assertThat(sentences(report))
        .singleElement()
        .asString()
        .contains("another result")
        .doesNotContain("forged");
  }

  @Test
  void shouldFindASecondCompletion() {
    // given
    Tale tale = Tale.approved(log, 1);
    tale.complete(completion());

    // when
    CheckReport report = Looked.at(log).completions();

    // then
    assertThat(sentences(report)).singleElement().asString().contains("one more, COMPLETED");
  }

  @Test
  void shouldFindACompletionWithoutAnEnding() {
    // given
    Tale.approved(log, 1);
    Tale waiting = Tale.waiting(log, 2);
    Completion told = completion();
    WireRecord wire =
        OutcomeCodec.encode(
            new Completion(
                IntentId.of(waiting.id),
                told.intentType(),
                told.from(),
                told.to(),
                null,
                told.correlationId(),
                told.status(),
                null,
                null,
                null,
                null,
                told.payloadDigest(),
                told.endedAt()),
            waiting
                .recorded(9, new IntentAcknowledged("x", Actor.system("x")), "a", "b")
                .envelope());
    log.add(TOPICS.completions(), wire);

    // when
    CheckReport report = Looked.at(log).completions();

    // then
    assertThat(sentences(report))
        .singleElement()
        .asString()
        .contains(waiting.id, "one of an intent that has not");
  }

  @Test
  void shouldJudgeTheFirstEndingOfAnIntentThatEndsTwice() {
    // given
    Tale tale = Tale.approved(log, 1);
    tale.add(
        tale.recorded(
            tale.sequence() + 1, new IntentCanceled("x", Actor.system("x")), "approval", "x"));

    // when
    CheckReport report = Looked.at(log).completions();

    // then
    assertThat(sentences(report)).isEmpty();
  }

  @Test
  void shouldExplainACompletionByAnEndingThatCameSince() {
    // given
    Tale tale = Tale.waiting(log, 1);
    Looked audit = Looked.at(log);
    tale.decide("approved");

    // when
    CheckReport report = audit.completions();

    // then
    assertThat(sentences(report)).isEmpty();
  }

  @Test
  void shouldCountEndingsOlderThanTheCompletionsThatAreKept() {
    // given
    Tale.approved(log, 1);
    Tale.approved(log, 2);
    log.trim(TOPICS.completions(), 1);

    // when
    CheckReport report = Looked.at(log).completions();

    // then
    assertThat(sentences(report)).isEmpty();
    assertThat(report.notes())
        .containsExactly("1 endings older than the completions that are kept");
  }

  private Completion completion() {
    List<LogRecord> all = new ArrayList<>();
    log.read(TOPICS.completions(), 0, 0, 1, all::add);
    LogRecord first = all.getFirst();
    return OutcomeCodec.completion(new WireRecord(first.key(), first.headers(), first.value()));
  }

  private static Completion changed(Completion told, IntentStatus status, String result) {
    return new Completion(
        told.intentId(),
        told.intentType(),
        told.from(),
        told.to(),
        told.replyTo(),
        told.correlationId(),
        status,
        TextNode.valueOf(result),
        told.error(),
        told.reason(),
        told.decision(),
        told.payloadDigest(),
        told.endedAt());
  }
}
