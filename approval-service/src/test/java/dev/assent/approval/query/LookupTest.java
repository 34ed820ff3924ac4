package dev.assent.approval.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assent.approval.page.Samples;
import dev.assent.contract.axp.AxpProgress;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.json.ContractJson;
import dev.assent.edge.ViewBehindException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class LookupTest {

  private static final TaskView TASK = Samples.task(Samples.spec("Add an index", null, null));
  private static final IntentId INTENT = Samples.INTENT;

  private final View view = new View();
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

  /** A view of one intent at the most, and the log that it follows. */
  private static final class View implements Tasks, Freshness {

    final List<String> waits = new ArrayList<>();
    boolean reachesTheEnd = true;
    private Optional<IntentView> intent = Optional.empty();
    private List<TaskView> tasks = List.of();
    private Runnable atTheEnd = () -> {};
    private Runnable news = () -> {};

    void holds(IntentStatus status, TaskView... tasks) {
      Subject subject =
          new Subject(
              INTENT,
              "ops.db.index.v1",
              "agent://acme/prod/migrator",
              "human",
              null,
              "correlation",
              null,
              ContractJson.MAPPER.createObjectNode(),
              "d",
              Samples.NOW);
      this.intent = Optional.of(new IntentView(subject, AxpProgress.plain(status), 2));
      this.tasks = List.of(tasks);
    }

    void willHold(IntentStatus status, TaskView... later) {
      intent = Optional.empty();
      tasks = List.of();
      atTheEnd = () -> holds(status, later);
    }

    void willBegin(TaskView... later) {
      news = () -> holds(IntentStatus.WAITING, later);
    }

    @Override
    public boolean awaitThat(IntentId id, BooleanSupplier shown, Duration timeout) {
      news.run();
      return shown.getAsBoolean();
    }

    @Override
    public boolean awaitEnd(IntentId id, Duration timeout) {
      waits.add("one");
      atTheEnd.run();
      return reachesTheEnd;
    }

    @Override
    public boolean awaitEndOfAll(Duration timeout) {
      waits.add("all");
      atTheEnd.run();
      return reachesTheEnd;
    }

    @Override
    public Optional<TaskView> find(UUID taskOrIntent) {
      return tasks.stream()
          .filter(
              task ->
                  taskOrIntent.equals(task.id().value())
                      || taskOrIntent.equals(task.intent().value()))
          .findFirst();
    }

    @Override
    public List<TaskView> ofIntent(IntentId id) {
      return tasks;
    }

    @Override
    public Optional<IntentView> intent(IntentId id) {
      return intent;
    }

    @Override
    public boolean await(IntentId id, Duration timeout) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<TaskView> openFor(Actor person, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int countOpenFor(Actor person) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<TaskView> closedFor(Actor person, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<TaskView> openOfAgent(String address, int limit) {
      throw new UnsupportedOperationException();
    }
  }
}
