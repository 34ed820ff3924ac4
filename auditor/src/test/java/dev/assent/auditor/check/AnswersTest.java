package dev.assent.auditor.check;

import static dev.assent.auditor.check.Looked.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.auditor.CheckReport;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.eventlog.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private static final Topics TOPICS = MadeUpLog.TOPICS;

  private final MadeUpLog log = new MadeUpLog();

  @Test
  void shouldFindNothingInWhatAssentWrites() {
    // given
    Tale.approved(log, 1);
    long refused = Tale.unanswered(log, "refused");
    Tale.refuse(log, "refused", refused);

    // when
    CheckReport report = Looked.at(log).answers();

    // then
    assertThat(sentences(report)).isEmpty();
    assertThat(report.checked()).containsEntry("inputs", 3L).containsEntry("refusals", 1L);
  }

  @Test
  void shouldFindAnInputThatNothingAnswers() {
    // given
    Tale.approved(log, 1);
    Tale.unanswered(log, "unheard");

    // when
    CheckReport report = Looked.at(log).answers();

    // then
    assertThat(sentences(report))
        .containsExactly(
            "t.signals-0@1: expected an event or a refusal that names it as its cause, but there is none");
  }

  @Test
  void shouldWaitForWhatItsServiceHasNotComeTo() {
    // given
    Tale.approved(log, 1);
    log.answeredUpTo(TOPICS.signals(), Tale.unanswered(log, "not yet"));

    // when
    CheckReport report = Looked.at(log).answers();

    // then
    assertThat(sentences(report)).isEmpty();
  }

  @Test
  void shouldTakeARefusalOfThePlaceForAnAnswer() {
    // given
    long offset = log.add(TOPICS.signals(), new WireRecord(null, Map.of(), new byte[0]));
    Tale.refuse(log, "t.signals/0/" + offset, offset);

    // when
    CheckReport report = Looked.at(log).answers();

    // then
    assertThat(sentences(report)).isEmpty();
  }

  @Test
  void shouldFindTheAnswerOfOneThatWasMovedWithItsCopy() {
    // given
    log.add(TOPICS.signals(), new WireRecord(null, Map.of(), new byte[0]));
    log.add(
        TOPICS.signals(),
        new WireRecord("x", Map.of("assent-origin", "t.signals/0/0"), new byte[0]));
    Tale.refuse(log, "t.signals/0/0", 1);

    // when
    CheckReport report = Looked.at(log).answers();

    // then
    assertThat(sentences(report)).isEmpty();
  }

  @Test
  void shouldKnowAStructuredInputByTheIdInside() {
    // given
    byte[] document = "{\"id\":\"inside\",\"data\":{}}".getBytes(StandardCharsets.UTF_8);
    log.add(
        TOPICS.signals(),
        new WireRecord(null, Map.of("content-type", "application/cloudevents+json"), document));
    Tale.refuse(log, "inside", 77);

    // when
    CheckReport report = Looked.at(log).answers();

    // then
    assertThat(sentences(report)).isEmpty();
  }
}
