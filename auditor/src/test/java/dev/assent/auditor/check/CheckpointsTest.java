package dev.assent.auditor.check;

import static dev.assent.auditor.check.Looked.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.auditor.CheckReport;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.signature.SigningKey;
import dev.assent.contract.signature.VerifyingKey;
import dev.assent.eventlog.append.LogRecord;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckpointsTest {

  private static final String EVENTS = MadeUpLog.TOPICS.events();

  private final MadeUpLog log = new MadeUpLog();
  private final SigningKey key = SigningKey.generate();
  private final VerifyingKey known = key.publicKey();

  @BeforeEach
  void signThreeIntentsOneByOne() {
    for (int number = 1; number <= 3; number++) {
      Tale.waiting(log, number);
      log.sign(key);
    }
  }

  @Test
  void shouldFindNothingInWhatAssentSigned() {
    // given
    Tale.waiting(log, 4);

    // when
    CheckReport report = Looked.at(log).checkpoints(known);

    // then
    assertThat(sentences(report)).isEmpty();
    assertThat(report.checked())
        .containsEntry("checkpoints", 3L)
        .containsEntry("events signed", 9L)
        .containsEntry("newer events", 3L);
  }

  @Test
  void shouldFindAChangedEventAndTellBetweenWhich() {
    // given
    LogRecord event = log.at(EVENTS, 4);
    event.value()[3] ^= 1;

    // when
    CheckReport report = Looked.at(log).checkpoints(known);

    // then
    assertThat(sentences(report))
        .containsExactly(
            "t.checkpoints-0@1: expected the 6 events that were signed at 2026-11-22T12:00:00Z,"
                + " but there is others: one or more since offset 3 were changed, removed, added"
                + " or moved");
  }

  @Test
  void shouldFindTwoEventsThatWereSwapped() {
    // given
    LogRecord one = log.at(EVENTS, 4);
    LogRecord other = log.at(EVENTS, 5);
    log.replace(moved(one, 5));
    log.replace(moved(other, 4));

    // when
    CheckReport report = Looked.at(log).checkpoints(known);

    // then
    assertThat(sentences(report)).singleElement().asString().contains("since offset 3");
  }

  @Test
  void shouldFindAnIntentThatWasRemovedWhole() {
    // given
    for (long offset = 3; offset < 6; offset++) {
      log.remove(EVENTS, offset);
    }

    // then
    assertThat(sentences(Looked.at(log).chain())).isEmpty();
    assertThat(sentences(Looked.at(log).checkpoints(known))).isNotEmpty();
  }

  @Test
  void shouldFindATailThatWasCut() {
    // given
    for (long offset = 6; offset < 9; offset++) {
      log.remove(EVENTS, offset);
    }

    // when
    CheckReport report = Looked.at(log).checkpoints(known);

    // then
    assertThat(sentences(report))
        .containsExactly(
            "t.checkpoints-0@2: expected 9 events, as was signed at 2026-11-22T12:00:00Z, but"
                + " there is a log that ends after 6");
  }

  @Test
  void shouldNotBelieveAnUnknownKey() {
    assertThat(sentences(Looked.at(log).checkpoints(SigningKey.generate().publicKey())))
        .hasSize(3)
        .allMatch(sentence -> sentence.contains("expected the signature of a known key"));
  }

  @Test
  void shouldNotBelieveACheckpointThatWasChanged() {
    // given
    String topic = MadeUpLog.TOPICS.checkpoints();
    LogRecord signed = log.at(topic, 1);
    String text = new String(signed.value(), StandardCharsets.UTF_8);
    byte[] changed = text.replace("\"events\":6", "\"events\":5").getBytes(StandardCharsets.UTF_8);
    log.replace(new LogRecord(topic, 0, 1, signed.key(), signed.headers(), changed, 0));
    log.add(topic, new WireRecord("0", Map.of("ce_type", "x"), new byte[0]));

    // when
    CheckReport report = Looked.at(log).checkpoints(known);

    // then
    assertThat(sentences(report))
        .hasSize(2)
        .anyMatch(sentence -> sentence.contains("expected a signature of what stands there"))
        .anyMatch(sentence -> sentence.contains("expected a checkpoint"));
  }

  private static LogRecord moved(LogRecord record, long offset) {
    return new LogRecord(
        record.topic(), 0, offset, record.key(), record.headers(), record.value(), 0);
  }
}
