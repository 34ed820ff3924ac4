package dev.assent.cli.command;

import dev.assent.access.AccessEditor;
import dev.assent.cli.CliException;
import dev.assent.cli.local.DataFolder;

/** The files of a data folder that say who is who. */
final class Config {
  private Config() {}

  /** For edits of a folder in which Assent was started at least once. */
  static AccessEditor editor(DataFolder folder) {
    requireInstalled(folder);
    return new AccessEditor(folder.config());
  }

  static void requireInstalled(DataFolder folder) {
    if (!folder.isInstalled()) {
      throw CliException.notRunning(
          "There is no Assent in %s yet. Start one with assent up, prepare one with assent init, or name its folder with --data."
              .formatted(folder.path()));
    }
  }
}
