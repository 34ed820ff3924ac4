package dev.assent.cli.demo;

import dev.assent.cli.local.DataFolder;
import dev.assent.cli.local.Ports;
import dev.assent.cli.local.RunFiles;
import dev.assent.cli.terminal.Progress;

/** Ports that disturb nobody: a demo has no right to those of a real installation. */
public final class DemoPorts {
  private static final int STEP = 100;
  private static final int ATTEMPTS = 50;

  private DemoPorts() {}

  /**
   * Those that were asked for, and free ones for the rest; those in use if the demo's own
   * installation runs.
   */
  public static Ports.Wanted choose(DataFolder folder, Ports.Wanted wanted, Progress progress) {
    RunFiles files = folder.runFiles();
    if (files.liveBackends().isPresent() || files.liveAssent().isPresent()) {
      return wanted;
    }
    Ports first = wanted.over(files.ports().orElse(Ports.USUAL));
    if (first.areFree()) {
      return exactly(first);
    }
    for (int i = 1; i <= ATTEMPTS; i++) {
      Ports next = wanted.over(Ports.USUAL.plus(i * STEP));
      if (next.areFree()) {
        progress.step(
            "Port %d or one beside it is taken; the demo uses %d and so on"
                .formatted(first.http(), next.http()));
        return exactly(next);
      }
    }
    return wanted; // the start will say which one is taken, and by whom
  }

  private static Ports.Wanted exactly(Ports ports) {
    return new Ports.Wanted(ports.http(), ports.kafka(), ports.postgres(), ports.smtp());
  }
}
