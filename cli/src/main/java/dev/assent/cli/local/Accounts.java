package dev.assent.cli.local;

import dev.assent.access.FirstStart;
import dev.assent.access.InitialCredentials;
import dev.assent.cli.terminal.Progress;
import java.util.stream.Collectors;

/** The first people and the first agent of a data folder. */
public final class Accounts {
  private Accounts() {}

  /** Makes them, if the folder has none; says so. Returns whether it did. */
  public static boolean prepare(DataFolder folder, Progress progress) {
    if (!folder.isInstalled()) {
      progress.step("Making accounts; their passwords are hashed slowly, on purpose");
    }
    return FirstStart.prepare(folder.config())
        .map(
            made -> {
              progress.step(
                  "Accounts for " + people(made) + ", and a key for " + FirstStart.DEMO_AGENT);
              return true;
            })
        .orElse(false);
  }

  private static String people(InitialCredentials made) {
    return made.passwords().stream()
        .map(InitialCredentials.Password::personId)
        .collect(Collectors.joining(", "));
  }
}
