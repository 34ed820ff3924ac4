package dev.assent.edge.log;

import dev.assent.edge.http.Readiness;
import dev.assent.eventlog.ask.LogEdge;
import dev.assent.eventlog.tail.Tail;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Starts the log before the services start their loops, and opens the door when all have. */
@Singleton
public class LogStart {

  /** Before observers without a priority (2500), which start loops. */
  static final int BEFORE_LOOPS = 100;

  /** After them: what waits until they have started, or until they have stopped. */
  public static final int AFTER_LOOPS = 10_000;

  void first(@Observes @Priority(BEFORE_LOOPS) StartupEvent event, Tail tail, LogEdge edge) {
    // Injected is started; see LogWiring.
  }

  void last(@Observes @Priority(AFTER_LOOPS) StartupEvent event, Readiness readiness) {
    readiness.open();
  }
}
