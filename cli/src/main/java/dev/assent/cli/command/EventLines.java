package dev.assent.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.cli.http.EventWords;
import dev.assent.cli.terminal.Moments;
import dev.assent.cli.terminal.Style;
import dev.assent.cli.terminal.Terminal;
import dev.assent.cli.terminal.Text;
import java.util.List;

/** Events as lines: when, what, and the words for it. */
final class EventLines {
  private static final int WHAT = 20;

  private EventLines() {}

  static void print(Terminal terminal, JsonNode event) {
    lines(terminal.style(), terminal.width(), event).forEach(terminal::say);
  }

  static List<String> lines(Style style, int width, JsonNode event) {
    String time = Moments.clock(event.path("at").asText());
    String type = event.path("event_type").asText();
    String what = Text.visible(type.startsWith("intent.") ? type.substring(7) : type);
    String padded = what + " ".repeat(Math.max(0, WHAT - what.length()));
    int indent = time.length() + padded.length() + 4;
    List<String> words = Text.wrap(EventWords.of(event), Math.max(20, width - indent));
    return java.util.stream.IntStream.range(0, words.size())
        .mapToObj(
            i ->
                i == 0
                    ? style.dim(time) + "  " + paint(style, type, padded) + "  " + words.get(i)
                    : " ".repeat(indent) + words.get(i))
        .map(String::stripTrailing)
        .toList();
  }

  private static String paint(Style style, String type, String text) {
    return switch (type) {
      case "intent.completed" -> style.good(text);
      case "intent.failed", "intent.canceled", "intent.timed_out", "intent.delivery_failed" ->
          style.bad(text);
      case "intent.reminder", "intent.escalated", "intent.timeout" -> style.warm(text);
      default -> style.bold(text);
    };
  }
}
