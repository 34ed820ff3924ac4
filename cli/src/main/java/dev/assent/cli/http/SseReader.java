package dev.assent.cli.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads server-sent events, as the HTML standard describes them. */
public final class SseReader implements AutoCloseable {
  /**
   * One event.
   *
   * @param name {@code message} if it has none
   */
  public record Frame(String name, String data, String id) {}

  private final BufferedReader lines;
  private String lastId = "";

  public SseReader(InputStream stream) {
    this.lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }

  /**
   * The next event; empty when the stream ended. What comes without its closing blank line was cut
   * off, and does not count.
   */
  public Optional<Frame> next() throws IOException {
    String name = "";
    StringBuilder data = new StringBuilder();
    boolean any = false;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isEmpty()) {
        if (any) {
          return Optional.of(new Frame(name.isEmpty() ? "message" : name, data.toString(), lastId));
        }
        name = "";
        continue;
      }
      int colon = line.indexOf(':');
      String field = colon < 0 ? line : line.substring(0, colon);
      switch (field) {
        case "event" -> name = value(line, colon);
        case "data" -> {
          data.append(any ? "\n" : "").append(value(line, colon));
          any = true;
        }
        case "id" -> lastId = value(line, colon);
        default -> {
          // a comment that keeps the connection open, or a field of another version
        }
      }
    }
    return Optional.empty();
  }

  private static String value(String line, int colon) {
    if (colon < 0) {
      return "";
    }
    return line.substring(line.startsWith(" ", colon + 1) ? colon + 2 : colon + 1);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
