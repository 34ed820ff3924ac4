package dev.assent.auditor.check;

import static dev.assent.auditor.check.Looked.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.auditor.CheckReport;
import dev.assent.contract.envelope.CloudEventHeaders;
import dev.assent.eventlog.append.LogRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChainTest {

  private static final String EVENTS = MadeUpLog.TOPICS.events();

  private final MadeUpLog log = new MadeUpLog();

  @Test
  void shouldFindNothingInWhatAssentWrites() {
    // given
    Tale.approved(log, 1);
    Tale.waiting(log, 2);

    // when
    CheckReport report = Looked.at(log).chain();

    // then
    assertThat(sentences(report)).isEmpty();
    assertThat(report.checked()).containsEntry("events chained", 6L);
  }

  @Test
  void shouldFindAByteThatChanged() {
    // given
    Tale tale = Tale.approved(log, 1);
    LogRecord event = log.at(EVENTS, 1);
    event.value()[event.value().length / 2] ^= 1;

    // when
    CheckReport report = Looked.at(log).chain();

    // then
    assertThat(sentences(report))
        .containsExactly(
            "t.events-0@2, intent "
                + tale.id
                + ": expected the hash of the event before it, but there is another");
  }

  @Test
  void shouldFindAnEventThatWasTakenOutOfTheMiddle() {
    // given
    Tale tale = Tale.approved(log, 1);
    log.remove(EVENTS, 2);

    // when
    CheckReport report = Looked.at(log).chain();

    // then
    assertThat(sentences(report)).singleElement().asString().contains("@3, intent " + tale.id);
  }

  @Test
  void shouldFindAFirstEventThatWasTakenAway() {
    // given
    Tale.waiting(log, 1);
    log.remove(EVENTS, 0);

    // when
    CheckReport report = Looked.at(log).chain();

    // then
    assertThat(sentences(report))
        .first()
        .asString()
        .contains("@1")
        .endsWith("expected no event before the first, but there is the hash of one");
  }

  @Test
  void shouldFindAHashThatWasTakenAway() {
    // given
    Tale.approved(log, 1);
    log.replace(unchained(log.at(EVENTS, 2)));

    // when
    CheckReport report = Looked.at(log).chain();

    // then
    assertThat(sentences(report))
        .first()
        .asString()
        .contains("@2")
        .endsWith("expected the hash of the event before it, but there is none");
  }

  @Test
  void shouldCountWhatIsFromBeforeTheChain() {
    // given
    Tale.waiting(log, 1);
    for (long offset : List.of(0L, 1L, 2L)) {
      log.replace(unchained(log.at(EVENTS, offset)));
    }

    // when
    CheckReport report = Looked.at(log).chain();

    // then
    assertThat(sentences(report)).isEmpty();
    assertThat(report.checked()).containsEntry("events from before the chain", 2L);
  }

  private static LogRecord unchained(LogRecord event) {
    Map<String, String> headers = new LinkedHashMap<>(event.headers());
    headers.remove(CloudEventHeaders.PREVIOUS_HASH);
    return new LogRecord(
        event.topic(), event.partition(), event.offset(), event.key(), headers, event.value(), 0);
  }
}
