package dev.assent.auditor.check;

import static dev.assent.auditor.check.Looked.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.auditor.CheckReport;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoriesTest {

  private final MadeUpLog log = new MadeUpLog();

  @Test
  void shouldFindNothingInWhatAssentWrites() {
    // given
    Tale.approved(log, 1);
    Tale.waiting(log, 2);

    // when
    CheckReport report = Looked.at(log).histories();

    // then
    assertThat(sentences(report)).isEmpty();
    assertThat(report.checked()).containsEntry("intents", 2L).containsEntry("ended", 1L);
  }

  @Test
  void shouldFindASecondEnding() {
    // given
    Tale tale = Tale.approved(log, 1);
    long first = log.end(MadeUpLog.TOPICS.events()) - 1;
    tale.add(
        tale.recorded(
            tale.sequence() + 1, new IntentCanceled("x", Actor.system("x")), "approval", "x"));

    // when
    CheckReport report = Looked.at(log).histories();

    // then
    assertThat(sentences(report))
        .containsExactly(
            "t.events-0@%d, intent %s: expected nothing after the ending at t.events-0@%d, but there is a second one, CANCELED"
                .formatted(first + 1, tale.id, first));
  }

  @Test
  void shouldFindAnEventThatCannotFollow() {
    // given
    Tale tale = Tale.waiting(log, 1);
    Plan plan = new Plan(null, List.of(), null, new Fallback.Reject());
    tale.add(tale.recorded(4, new IntentSubmitted(plan, null, List.of()), "intake", "x"));

    // when
    CheckReport report = Looked.at(log).histories();

    // then
    assertThat(sentences(report)).singleElement().asString().contains("submitted before");
  }
}
