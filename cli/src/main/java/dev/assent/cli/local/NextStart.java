package dev.assent.cli.local;

import dev.assent.cli.Failures;
import dev.assent.cli.terminal.Progress;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the next start of what starts now quicker, where that was not done before. */
final class NextStart {
  private final boolean matters;
  private final Map<ClassCache, Mark> recording = new LinkedHashMap<>();

  /**
   * @param matters whether {@link #prepare} will be called, or what is there is used and no more
   */
  NextStart(boolean matters) {
    this.matters = matters;
  }

  /** How to start the JVM that this cache belongs to. */
  List<String> options(ClassCache cache) {
    try {
      return matters && cache.isWanted() ? cache.record() : cache.use();
    } catch (IOException e) {
      return List.of(); // whoever may not write there starts as ever
    }
  }

  /** This JVM was started with these options. */
  void started(ClassCache cache, Mark mark) {
    if (matters && cache.isWanted()) {
      recording.put(cache, mark);
    }
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
