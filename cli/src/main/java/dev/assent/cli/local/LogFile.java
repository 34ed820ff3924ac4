package dev.assent.cli.local;

import dev.assent.cli.CliException;
import dev.assent.cli.Failures;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A log that somebody else writes, read from a place onward, whole lines only. */
public final class LogFile {
  private static final int MOST_AT_ONCE = 1 << 20;

  private final Path file;
  private long position;
  private String begun = "";

  private LogFile(Path file, long position) {
    this.file = file;
    this.position = position;
  }

  /** From the present end on. */
  public static LogFile atEnd(Path file) {
    return new LogFile(file, size(file));
  }

  /** From so many lines before the end. */
  public static LogFile before(Path file, int lines) {
    LogFile all = new LogFile(file, Math.max(0, size(file) - MOST_AT_ONCE));
    List<String> tail = all.readLines();
    long left =
        tail.stream()
            .skip(Math.max(0, tail.size() - lines))
            .mapToLong(line -> line.getBytes(StandardCharsets.UTF_8).length + 1L)
            .sum();
    long end = all.position - all.begun.getBytes(StandardCharsets.UTF_8).length;
    return new LogFile(file, Math.max(0, end - left));
  }

  /**
   * Hands over the lines that came since the last call; a log begun anew is read from its start.
   */
  public void poll(Consumer<String> lines) {
    List<String> more = readLines();
    while (!more.isEmpty()) {
      more.forEach(lines);
      more = readLines();
    }
  }

  private List<String> readLines() {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      if (log.length() < position) {
        position = 0;
        begun = "";
      }
      log.seek(position);
      byte[] bytes = new byte[(int) Math.min(MOST_AT_ONCE, log.length() - position)];
      log.readFully(bytes);
      int end = lastLineEnd(bytes);
      position += bytes.length;
      String text = begun + new String(bytes, 0, end, StandardCharsets.UTF_8);
      String rest = new String(bytes, end, bytes.length - end, StandardCharsets.UTF_8);
      begun = end == 0 ? begun + rest : rest;
      return end == 0 ? List.of() : text.lines().toList();
    } catch (IOException e) {
      if (!Files.exists(file)) {
        return List.of();
      }
      throw CliException.failed(Failures.reason(e), e);
    }
  }

  private static int lastLineEnd(byte[] bytes) {
    for (int i = bytes.length; i > 0; i--) {
      if (bytes[i - 1] == '\n') {
        return i;
      }
    }
    return 0;
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw CliException.failed(Failures.reason(e), e);
    }
  }
}
