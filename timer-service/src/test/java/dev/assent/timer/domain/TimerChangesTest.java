package dev.assent.timer.domain;

import static dev.assent.timer.TimerFixtures.NOON;
import static dev.assent.timer.TimerFixtures.ONE;
import static dev.assent.timer.TimerFixtures.TWO;
import static dev.assent.timer.TimerFixtures.timer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.notification.NoticeKind;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.process.Effect.ArmTimer;
import dev.assent.kernel.process.Effect.CancelTimers;
import dev.assent.kernel.process.Effect.Notify;
import dev.assent.timer.domain.TimerChanges.Cancelled;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimerChangesTest {

  private final TimerChanges changes = new TimerChanges(0);

  @Test
  void shouldKeepTheLastArmingOfAKey() {
    // when
    changes.add(ONE, 2, new ArmTimer(TimerKind.REMINDER, 2, NOON));
    changes.add(ONE, 5, new ArmTimer(TimerKind.REMINDER, 5, NOON.plusSeconds(60)));

    // then
    assertThat(changes.armed())
        .containsExactly(timer(ONE, TimerKind.REMINDER, 5, NOON.plusSeconds(60)));
    assertThat(changes.cancelled()).isEmpty();
  }

  @Test
  void shouldEndWithNothingAfterArmAndCancel() {
    // when
    changes.add(ONE, 2, new ArmTimer(TimerKind.REMINDER, 2, NOON));
    changes.add(ONE, 3, new CancelTimers(Set.of(TimerKind.REMINDER)));

    // then
    assertThat(changes.armed()).isEmpty();
    assertThat(changes.cancelled())
        .containsExactly(new Cancelled(new TimerKey(ONE, TimerKind.REMINDER), 3));
  }

  @Test
  void shouldEndWithTheTimerAfterCancelAndArm() {
    // when
    changes.add(ONE, 4, new CancelTimers(Set.of(TimerKind.REMINDER, TimerKind.ESCALATION)));
    changes.add(ONE, 4, new ArmTimer(TimerKind.REMINDER, 4, NOON));

    // then
    assertThat(changes.armed()).containsExactly(timer(ONE, TimerKind.REMINDER, 4, NOON));
    assertThat(changes.cancelled())
        .containsExactly(new Cancelled(new TimerKey(ONE, TimerKind.ESCALATION), 4));
  }

  @Test
  void shouldKeepIntentsApartAndSorted() {
    // when
    changes.add(TWO, 2, new ArmTimer(TimerKind.DELAY, 2, NOON));
    changes.add(ONE, 3, new ArmTimer(TimerKind.DELAY, 3, NOON));
    changes.add(ONE, 3, new ArmTimer(TimerKind.INTENT_DEADLINE, 3, NOON));

    // then
    assertThat(changes.armed())
        .containsExactly(
            timer(ONE, TimerKind.INTENT_DEADLINE, 3, NOON),
            timer(ONE, TimerKind.DELAY, 3, NOON),
            timer(TWO, TimerKind.DELAY, 2, NOON));
  }

  @Test
  void shouldLeaveNoticesToOthers() {
    // when
    changes.add(
        ONE, 2, new Notify(NoticeKind.TASK_ASSIGNED, List.of(), null, "Go?", "", null, null));

    // then
    assertThat(changes.armed()).isEmpty();
    assertThat(changes.cancelled()).isEmpty();
  }
}
