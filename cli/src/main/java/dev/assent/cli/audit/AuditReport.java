package dev.assent.cli.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.cli.terminal.Style;
import dev.assent.cli.terminal.Table;
import dev.assent.cli.terminal.Table.Cell;
import dev.assent.cli.terminal.Terminal;
import dev.assent.cli.terminal.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What the auditor reports, as people read it: a line a check, then each flaw in a sentence. */
public record AuditReport(JsonNode json) {

  public boolean hasFlaws() {
    return json.path("checks").valueStream().anyMatch(check -> check.path("flaws").asLong() > 0);
  }

  /** Whether every check was carried through. */
  public boolean isWhole() {
    return json.path("checks").valueStream().noneMatch(check -> check.has("broken"));
  }

  public void print(Terminal terminal) {
    Style style = terminal.style();
    Table table = new Table("");
    for (JsonNode check : json.path("checks")) {
      table.row(
          List.of(
              new Cell(check.path("check").asText(), style::bold),
              new Cell(verdict(check), paint(style, check)),
              Cell.of(String.join("; ", looked(check)))));
    }
    table.print(terminal);
    json.path("checks").forEach(check -> explain(terminal, check));
    terminal.say(
        hasFlaws()
            ? style.bad(subject() + " NOT in order.")
            : isWhole()
                ? style.good(subject() + " in order.")
                : style.warm("Nothing was found, but not everything could be looked at."));
  }

  /** What was looked at, with its verb. */
  private String subject() {
    boolean views =
        json.path("checks")
            .valueStream()
            .anyMatch(check -> check.path("check").asText().equals("views"));
    return views ? "The log and the views are" : "The log is";
  }

  private static String verdict(JsonNode check) {
    long flaws = check.path("flaws").asLong();
    String found = flaws == 1 ? "1 flaw" : number(flaws) + " flaws";
    return flaws > 0 ? found : check.has("broken") ? "not checked" : "ok";
  }

  private static UnaryOperator<String> paint(Style style, JsonNode check) {
    return check.path("flaws").asLong() > 0
        ? style::bad
        : check.has("broken") ? style::warm : style::good;
  }

  private static List<String> looked(JsonNode check) {
    List<String> counts = new ArrayList<>();
    check
        .path("checked")
        .properties()
        .forEach(count -> counts.add(number(count.getValue().asLong()) + " " + count.getKey()));
    List<String> words = new ArrayList<>();
    words.add(String.join(", ", counts));
    check.path("notes").forEach(note -> words.add(Text.visible(note.asText())));
    return words;
  }

  private static void explain(Terminal terminal, JsonNode check) {
    String name = check.path("check").asText();
    JsonNode findings = check.path("findings");
    findings.forEach(finding -> say(terminal, name, sentence(finding)));
    long more = check.path("flaws").asLong() - findings.size();
    if (more > 0) {
      say(terminal, name, "and " + number(more) + " more");
    }
    if (check.has("broken")) {
      say(terminal, name, "could not be checked: " + check.path("broken").asText());
    }
  }

  private static void say(Terminal terminal, String check, String sentence) {
    terminal.say(terminal.style().bad(check + ": ") + Text.visible(sentence));
  }

  private static String sentence(JsonNode finding) {
    String intent = finding.has("intent") ? ", intent " + finding.path("intent").asText() : "";
    return "%s%s: expected %s, but there is %s"
        .formatted(
            finding.path("place").asText(),
            intent,
            finding.path("expected").asText(),
            finding.path("found").asText());
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
