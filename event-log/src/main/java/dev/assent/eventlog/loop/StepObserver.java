package dev.assent.eventlog.loop;

import java.util.ServiceLoader;

/**
 * Is told of each step of each loop, on the loop's thread, before the next one begins. A deployed
 * Assent has none: it is for tests, which put one on the class path.
 */
public interface StepObserver {

  /** Tells that the loop of this service has done this. */
  void did(String service, Step step);

  /** The one on the class path, or one that does nothing. */
  static StepObserver find() {
    return ServiceLoader.load(StepObserver.class, StepObserver.class.getClassLoader())
        .findFirst()
        .orElse((service, step) -> {});
  }
}
