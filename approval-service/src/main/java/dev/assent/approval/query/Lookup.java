package dev.assent.approval.query;

import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.edge.ViewBehindException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds intents and tasks, and says that there is none only when the view has come to the end of
 * the log; see decision 0013.
 */
@Singleton
public class Lookup {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Tasks tasks;
  private final Freshness view;

  @Inject
  public Lookup(Tasks tasks, Freshness view) {
    this.tasks = tasks;
    this.view = view;
  }

  /**
   * What the view holds of an intent.
   *
   * @return null if there is none
   * @throws ViewBehindException if that is not known in time
   */
  public @Nullable IntentView intent(IntentId intent) {
    return sure(() -> tasks.intent(intent), () -> view.awaitEnd(intent, PATIENCE)).orElse(null);
  }

  /**
   * The task with this id, or that of the intent with this id.
   *
   * @return null if there is none
   * @throws ViewBehindException if that is not known in time, or the intent does not begin
   */
  public @Nullable TaskView task(UUID taskOrIntent) {
    Supplier<Optional<TaskView>> look = () -> tasks.find(taskOrIntent);
    IntentId intent = new IntentId(taskOrIntent);
    Optional<TaskView> found = sure(look, () -> view.awaitEnd(intent, PATIENCE));
    if (found.isEmpty() && tasks.intent(intent).isPresent()) {
      awaitBegin(intent);
      found = look.get();
    } else if (found.isEmpty()) {
      // A task's id does not say in which partition its intent is.
      found = sure(look, () -> view.awaitEndOfAll(PATIENCE));
    }
    return found.orElse(null);
  }

  /**
   * All tasks of an intent in the order in which they opened.
   *
   * @throws ViewBehindException as {@link #task} does
   */
  public List<TaskView> tasksOf(IntentId intent) {
    Optional<List<TaskView>> found =
        sure(
            () -> Optional.of(tasks.ofIntent(intent)).filter(all -> !all.isEmpty()),
            () -> view.awaitEnd(intent, PATIENCE));
    if (found.isPresent()) {
      return found.get();
    }
    awaitBegin(intent);
    return tasks.ofIntent(intent);
  }

  private static <T> Optional<T> sure(Supplier<Optional<T>> look, BooleanSupplier atTheEnd) {
    Optional<T> found = look.get();
    if (found.isPresent()) {
      return found;
    }
    if (!atTheEnd.getAsBoolean()) {
      throw new ViewBehindException();
    }
    return look.get();
  }

  /**
   * Waits until an intent has begun: while nobody decides, a submission stands at the end of the
   * log, and its tasks are to come.
   *
   * @throws ViewBehindException if it does not in time
   */
  private void awaitBegin(IntentId intent) {
    if (isSubmitted(intent) && !view.awaitThat(intent, () -> !isSubmitted(intent), PATIENCE)) {
      throw new ViewBehindException();
    }
  }

  private boolean isSubmitted(IntentId intent) {
    return tasks
        .intent(intent)
        .filter(found -> found.progress().status() == IntentStatus.SUBMITTED)
        .isPresent();
  }
}
