package dev.assent.approval.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assent.approval.page.Samples;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.edge.ViewBehindException;
import org.junit.jupiter.api.Test;

class LookupTest {

  private static final TaskView TASK = Samples.task(Samples.spec("Add an index", null, null));
  private static final IntentId INTENT = Samples.INTENT;

  private final FakeView view = new FakeView();
  private final Lookup lookup = new Lookup(view, view);

  @Test
  void shouldNotAskForTheEndOfTheLogForWhatIsThere() {
    view.holds(IntentStatus.WAITING, TASK);

    assertThat(lookup.intent(INTENT)).isNotNull();
    assertThat(lookup.task(TASK.id().value())).isEqualTo(TASK);
    assertThat(lookup.tasksOf(INTENT)).containsExactly(TASK);
    assertThat(view.waits).isEmpty();
  }

  @Test
  void shouldFindWhatTheViewHoldsOnlyOnceItCameToTheEnd() {
    view.willHold(IntentStatus.WAITING, TASK);
    assertThat(lookup.intent(INTENT)).isNotNull();

    view.willHold(IntentStatus.WAITING, TASK);
    assertThat(lookup.task(TASK.id().value())).isEqualTo(TASK);

    view.willHold(IntentStatus.WAITING, TASK);
    assertThat(lookup.tasksOf(INTENT)).containsExactly(TASK);
  }

  @Test
  void shouldWaitForThePartitionOfAnIntent() {
    view.willHold(IntentStatus.WAITING, TASK);

    assertThat(lookup.task(INTENT.value())).isEqualTo(TASK);
    assertThat(view.waits).containsExactly("one");
  }

  /** A task's id does not say in which partition its intent is. */
  @Test
  void shouldWaitForAllPartitionsOnlyOfWhatIsNoIntent() {
    lookup.intent(INTENT);
    lookup.tasksOf(INTENT);
    lookup.task(TASK.id().value());

    assertThat(view.waits).containsExactly("one", "one", "one", "all");
  }

  @Test
  void shouldSayThatThereIsNoneAtTheEndOfTheLog() {
    assertThat(lookup.intent(INTENT)).isNull();
    assertThat(lookup.task(TASK.id().value())).isNull();
    assertThat(lookup.tasksOf(INTENT)).isEmpty();
  }

  @Test
  void shouldNotSayThatThereIsNoneBefore() {
    view.reachesTheEnd = false;

    assertBehind(() -> lookup.intent(INTENT));
    assertBehind(() -> lookup.task(TASK.id().value()));
    assertBehind(() -> lookup.tasksOf(INTENT));
  }

  @Test
  void shouldNotSayThatAnIntentHasNoTaskWhileItHasNotBegun() {
    view.holds(IntentStatus.SUBMITTED);

    assertThat(lookup.intent(INTENT)).isNotNull();
    assertBehind(() -> lookup.task(INTENT.value()));
    assertBehind(() -> lookup.tasksOf(INTENT));
  }

  @Test
  void shouldFindTheTaskOfAnIntentThatBeginsInTime() {
    view.holds(IntentStatus.SUBMITTED);
    view.willBegin(TASK);
    assertThat(lookup.task(INTENT.value())).isEqualTo(TASK);

    view.holds(IntentStatus.SUBMITTED);
    view.willBegin(TASK);
    assertThat(lookup.tasksOf(INTENT)).containsExactly(TASK);
  }

  @Test
  void shouldSayThatAnIntentHasNoTaskOnceItHasBegun() {
    view.holds(IntentStatus.IN_PROGRESS);

    assertThat(lookup.task(INTENT.value())).isNull();
    assertThat(lookup.tasksOf(INTENT)).isEmpty();
  }

  private static void assertBehind(Runnable look) {
    assertThatExceptionOfType(ViewBehindException.class).isThrownBy(look::run);
  }
}
