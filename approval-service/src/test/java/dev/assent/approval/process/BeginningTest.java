package dev.assent.approval.process;

import static dev.assent.approval.process.Desk.ADA;
import static dev.assent.approval.process.Desk.DIGEST;
import static dev.assent.approval.process.Desk.INTENT;
import static dev.assent.approval.process.Desk.TOPICS;
import static dev.assent.approval.process.Desk.decision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.intent.IntentAcknowledged;
import dev.assent.eventlog.append.LogRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeginningTest {

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
    List<LogRecord> facts = new ArrayList<>();
    for (LogRecord record :
        List.of(
            live.created(),
            live.submitted(),
            live.signal("signal-1", decision(ADA, "approved", DIGEST)))) {
      live.take(record);
      if (record.topic().equals(TOPICS.events())) {
        facts.add(record);
      }
      live.echo().stream().filter(each -> each.topic().equals(TOPICS.events())).forEach(facts::add);
    }

    // when
    facts.forEach(replay::apply);

    // then
    assertThat(replay.state).isEqualTo(live.state);
    assertThat(replay.rows).isEqualTo(live.rows);
  }

  @Test
  void shouldForgetInputsOfLongAgo() {
    // given
    ApprovalState state = ApprovalState.initial("x");

    // when
    for (int i = 0; i < 40; i++) {
      Envelope envelope =
          new Envelope(Desk.INTENT, i + 1, Desk.NOW, "approval", "c", "input-" + i, null);
      IntentAcknowledged event = new IntentAcknowledged("work", Desk.ADA);
      state = state.next(state.intent(), new RecordedEvent(envelope, event), "hash");
    }

    // then
    assertThat(state.answered().inputs()).hasSize(16).last().isEqualTo("input-39");
  }
}
