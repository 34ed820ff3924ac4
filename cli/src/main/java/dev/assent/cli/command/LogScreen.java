package dev.assent.cli.command;

import dev.assent.cli.CliException;
import dev.assent.cli.ExitCode;
import dev.assent.cli.local.DataFolder;
import dev.assent.cli.local.LogFile;
import dev.assent.cli.local.Part;
import dev.assent.cli.terminal.Terminal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The logs of some parts on one screen, each line with the name of its part if they are two. */
final class LogScreen {
  private static final long MOMENT_MILLIS = 200;

  private final Map<Part, LogFile> files = new EnumMap<>(Part.class);
  private final Terminal terminal;

  private LogScreen(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What will be said. */
  static LogScreen following(DataFolder folder, List<Part> parts, Terminal terminal) {
    LogScreen logs = new LogScreen(terminal);
    parts.forEach(part -> logs.files.put(part, LogFile.atEnd(folder.log(part))));
    return logs;
  }

  /** The last lines, and what will be said. */
  static LogScreen tail(DataFolder folder, List<Part> parts, int lines, Terminal terminal) {
    LogScreen logs = new LogScreen(terminal);
    parts.forEach(part -> logs.files.put(part, LogFile.before(folder.log(part), lines)));
    return logs;
  }

  void poll() {
    files.forEach((part, file) -> file.poll(line -> show(part, line)));
  }

  private void show(Part part, String line) {
    String name = files.size() > 1 ? terminal.style().dim("%-8s | ".formatted(part.word())) : "";
    terminal.say(name + line);
  }

  static void pause() {
    try {
      Thread.sleep(MOMENT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitCode.FAILED, "Interrupted.", e);
    }
  }
}
