package dev.assent.cli.local;

import dev.assent.cli.Failures;
import dev.assent.cli.terminal.Progress;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Makes the next start of what starts now quicker, where that was not done before. */
final class NextStart {
  private final boolean matters;
  private final Map<ClassCache, Mark> recording = new ConcurrentHashMap<>();

  /**
   * @param matters whether {@link #prepare} will be called, or what is there is used and no more
   */
  NextStart(boolean matters) {
    this.matters = matters;
  }

  /**
   * Starts the JVM that this cache belongs to.
   *
   * @param jvm starts it with these options
   */
  Mark start(ClassCache cache, Function<List<String>, Mark> jvm) {
    if (!matters || !cache.isWanted()) {
      return jvm.apply(cache.use());
    }
    Mark mark = jvm.apply(cache.record());
    recording.put(cache, mark);
    return mark;
  }

  /** There will be no next start of these: they were stopped, and wrote down what they had. */
  void forget() {
    try {
      for (ClassCache cache : recording.keySet()) {
        cache.discard();
      }
    } catch (IOException e) {
      // The next cache that is written takes these away, too.
    }
    recording.clear();
  }

  /** Lets the JVMs write down what they loaded; takes some seconds, and nothing after the first. */
  void prepare(Progress progress) {
    if (recording.isEmpty()) {
      return;
    }
    progress.step("Everything can be used. Writing down which classes were loaded");
    Map<ClassCache, Process> writing = new LinkedHashMap<>();
    try {
      for (Map.Entry<ClassCache, Mark> each : recording.entrySet()) {
        writing.put(each.getKey(), each.getKey().finish(each.getValue()));
      }
      for (Map.Entry<ClassCache, Process> each : writing.entrySet()) {
        each.getValue().waitFor();
        each.getKey().keep();
      }
      progress.step("From now on, starting is quicker");
    } catch (IOException e) {
      progress.step("Not written, so the next start takes as long: " + Failures.reason(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    recording.clear();
  }
}
