package dev.assent.intake.query;

import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.tail.Tail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A view and a log whose every move the test makes: what happens at the seam is no chance. */
final class FakeView implements IntentReads, Freshness, Following {

  private final List<RecordedEvent> events = new CopyOnWriteArrayList<>();
  private final List<Delivered> deliveries = new CopyOnWriteArrayList<>();
  private final List<Consumer<LogRecord>> listeners = new CopyOnWriteArrayList<>();

  /** How often the view cannot be read before it can. */
  int away;

  /** How often the view does not come in time to what was heard of; then that happens. */
  int behind;

  Runnable atLast = () -> {};

  /** What happens between following the log and reading the view. */
  Runnable atTheSeam = () -> {};

  void holds(List<RecordedEvent> known) {
    events.clear();
    events.addAll(known);
  }

  void delivers(Delivered delivered) {
    deliveries.add(delivered);
  }

  /** The log's tail hands over this event of the story. */
  void live(int sequence) {
    listeners.forEach(listener -> listener.accept(Story.live(sequence)));
  }

  int listening() {
    return listeners.size();
  }

  @Override
  public Tail.Subscription follow(String key, Consumer<LogRecord> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public boolean await(IntentId intent, Duration timeout) {
    Runnable once = atTheSeam;
    atTheSeam = () -> {};
    once.run();
    if (behind > 0) {
      behind--;
      return false;
    }
    atLast.run();
    return true;
  }

  @Override
  public boolean awaitEnd(IntentId intent, Duration timeout) {
    return true;
  }

  @Override
  public boolean awaitAll(Duration timeout) {
    return true;
  }

  @Override
  public List<RecordedEvent> events(IntentId id) {
    return new ArrayList<>(events);
  }

  @Override
  public List<Delivered> deliveries(String agent, long after, int limit) {
    if (away-- > 0) {
      throw new IllegalStateException("the database is away");
    }
    return deliveries.stream()
        .filter(each -> each.agent().equals(agent) && each.seq() > after)
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<IntentView> find(IntentId id) {
    return Optional.empty();
  }

  @Override
  public boolean isParty(IntentId id, String name) {
    return true;
  }

  @Override
  public List<IntentView> list(@Nullable String party, Set<IntentStatus> statuses, int limit) {
    return List.of();
  }
}
