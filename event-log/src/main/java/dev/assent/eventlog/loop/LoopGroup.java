package dev.assent.eventlog.loop;

import dev.assent.eventlog.checkpoint.Notary;
import dev.assent.eventlog.postgres.OpenView;
import dev.assent.eventlog.view.Projection;
import dev.assent.eventlog.view.ViewProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The loops of one service in this process: one thread each, started anew after every fault. */
public final class LoopGroup implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LoopGroup.class);

  private static final StepObserver OBSERVER = StepObserver.find();

  private final ViewProgress progress = new ViewProgress();
  private final List<LoopThread> threads = new ArrayList<>();
  private final String service;

  private LoopGroup(
      LoopSettings settings, int loops, LoopMetrics metrics, IntFunction<Supplier<Life>> lives) {
    this.service = settings.name();
    for (int index = 0; index < loops; index++) {
      threads.add(new LoopThread("assent-" + service + "-" + index, lives.apply(index), metrics));
    }
  }

  /** Loops that decide. Each gets a processor of its own. */
  public static <S, R> LoopGroup writers(
      LoopSettings settings,
      OpenView view,
      LoopMetrics metrics,
      int loops,
      Supplier<Processor<S, R>> processors) {
    var shared = new ViewProgress[1];
    LoopGroup group =
        new LoopGroup(
            settings,
            loops,
            metrics,
            index ->
                () ->
                    new WriterLoop<>(
                        settings, index, processors.get(), view, shared[0], metrics, OBSERVER));
    shared[0] = group.progress;
    return group;
  }

  /** Loops that follow the log. Each gets a projection of its own. */
  public static LoopGroup projections(
      LoopSettings settings,
      OpenView view,
      LoopMetrics metrics,
      int loops,
      Supplier<Projection> projections) {
    var shared = new ViewProgress[1];
    LoopGroup group =
        new LoopGroup(
            settings,
            loops,
            metrics,
            index ->
                () ->
                    new ProjectionLoop(
                        settings, index, projections.get(), view, shared[0], metrics, OBSERVER));
    shared[0] = group.progress;
    return group;
  }

  /**
   * One loop that signs what the log holds.
   *
   * @param every how long a fact waits for its checkpoint at the most
   */
  public static LoopGroup notary(
      LoopSettings settings, LoopMetrics metrics, Notary notary, Duration every) {
    return new LoopGroup(
        settings, 1, metrics, index -> () -> new NotaryLoop(settings, index, notary, every));
  }

  /** How far the partitions owned here have come. */
  public ViewProgress progress() {
    return progress;
  }

  public void start() {
    threads.forEach(LoopThread::start);
  }

  /** Whether every loop lives, has recovered what it owns, and its last turn went well. */
  public boolean isHealthy() {
    return threads.stream().allMatch(LoopThread::isHealthy);
  }

  /** Lets every loop finish its batch, then leaves. */
  @Override
  public void close() {
    threads.forEach(LoopThread::stop);
    threads.forEach(thread -> thread.join(Duration.ofSeconds(8)));
    LOG.info("{}: loops stopped", service);
  }
}
