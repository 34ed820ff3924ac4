package dev.assent.backends;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads in PostgreSQL's own words why it did not start. */
final class PostgresLog {
  private static final Pattern TELLING = Pattern.compile("(FATAL|PANIC|[Ee]rror|ERROR):\\s+(.*)");

  private PostgresLog() {}

  /**
   * The last complaint in the first of these logs that has one; a folder stands for its newest
   * file.
   */
  static String reason(Path... logs) {
    for (Path log : logs) {
      List<String> complaints =
          lines(log).stream()
              .map(TELLING::matcher)
              .filter(java.util.regex.Matcher::find)
              .map(matcher -> matcher.group(2))
              .toList();
      if (!complaints.isEmpty()) {
        return complaints.getLast() + ".";
      }
    }
    return "it gave no reason; see " + logs[0] + ".";
  }

  private static List<String> lines(Path log) {
    try {
      Path file = Files.isDirectory(log) ? newest(log) : log;
      return Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Path newest(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .orElse(folder);
    }
  }
}
