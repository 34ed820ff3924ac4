package dev.assent.auditor.check;

import static dev.assent.auditor.check.Looked.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.auditor.CheckReport;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.eventlog.kafka.Topics;
import org.junit.jupiter.api.Test;

class CausesTest {

  private static final Topics TOPICS = MadeUpLog.TOPICS;

  private final MadeUpLog log = new MadeUpLog();

  @Test
  void shouldFindNothingInWhatAssentWrites() {
    // given
    Tale.approved(log, 1);
    Tale.waiting(log, 2);

    // when
    CheckReport report = Looked.at(log).causes();

    // then
    assertThat(sentences(report)).isEmpty();
    assertThat(report.notes()).isEmpty();
  }

  @Test
  void shouldFindAnEventThatNothingCaused() {
    // given
    Tale tale = Tale.waiting(log, 1);
    tale.add(
        tale.recorded(
            4, new IntentCanceled("x", Actor.system("x")), "approval", "out of the blue"));

    // when
    CheckReport report = Looked.at(log).causes();

    // then
    assertThat(sentences(report))
        .containsExactly(
            "t.events-0@3, intent %s: expected its cause \"out of the blue\" among the inputs or the events before it, but there is none"
                .formatted(tale.id));
  }

  @Test
  void shouldNotTakeALaterEventForACause() {
    // given
    Tale tale = Tale.waiting(log, 1);
    tale.add(
        tale.recorded(4, new IntentCanceled("x", Actor.system("x")), "approval", tale.id + "/4"));

    // when
    CheckReport report = Looked.at(log).causes();

    // then
    assertThat(sentences(report)).hasSize(1);
  }

  @Test
  void shouldCountWhatIsOlderThanTheInputsThatAreKept() {
    // given
    Tale.approved(log, 1);
    Tale.approved(log, 2);
    Tale.approved(log, 3);
    log.trim(TOPICS.intents(), 2);
    log.trim(TOPICS.signals(), 2);

    // when
    CheckReport report = Looked.at(log).causes();

    // then
    assertThat(sentences(report)).isEmpty();
    assertThat(report.notes()).containsExactly("8 events older than the inputs that are kept");
  }

  @Test
  void shouldFindWhatMissesItsCauseAlthoughOlderInputsAreKept() {
    // given
    Tale.approved(log, 1);
    Tale.approved(log, 2);
    Tale last = Tale.approved(log, 3);
    log.trim(TOPICS.signals(), 1);
    log.remove(TOPICS.signals(), 2);

    // when
    CheckReport report = Looked.at(log).causes();

    // then
    assertThat(report.notes()).containsExactly("2 events older than the inputs that are kept");
    assertThat(sentences(report)).hasSize(2).allMatch(flaw -> flaw.contains(last.id));
  }

  @Test
  void shouldCountACauseThatIsNamedByAPlaceThatIsGone() {
    // given
    Tale tale = Tale.waiting(log, 1);
    Tale.waiting(log, 2);
    log.trim(TOPICS.intents(), 1);
    tale.add(
        tale.recorded(4, new IntentCanceled("x", Actor.system("x")), "intake", "t.intents/0/0"));

    // when
    CheckReport report = Looked.at(log).causes();

    // then
    assertThat(sentences(report)).isEmpty();
  }
}
