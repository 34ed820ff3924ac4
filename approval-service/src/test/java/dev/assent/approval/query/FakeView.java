package dev.assent.approval.query;

import dev.assent.approval.page.Samples;
import dev.assent.contract.axp.AxpProgress;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.json.ContractJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** A view of one intent at the most, and the log that it follows. */
public final class FakeView implements Tasks, Freshness {

  public static final String SENDER = "agent://acme/prod/migrator";

  final List<String> waits = new ArrayList<>();
  boolean reachesTheEnd = true;
  private Optional<IntentView> intent = Optional.empty();
  private List<TaskView> tasks = List.of();
  private Runnable atTheEnd = () -> {};
  private Runnable news = () -> {};

  /** From here on the view holds this much. */
  public void holds(IntentStatus status, TaskView... tasks) {
    Subject subject =
        new Subject(
            Samples.INTENT,
            "ops.db.index.v1",
            SENDER,
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
