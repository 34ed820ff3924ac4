package dev.assent.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assent.cli.Cli;
import dev.assent.cli.Context;
import dev.assent.cli.terminal.Style;
import dev.assent.cli.terminal.Terminal;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code assent audit verify} says of an installation. */
record Audit(int exit, JsonNode report) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Audit of(Installation assent) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal = new Terminal(out, err, new StringReader(""), Style.PLAIN, 80, false);
    Context context = new Context(terminal, Map.of(), Installation.ROOT, assent.folder);
    String folder = assent.folder.toString();
    int exit = Cli.run(context, "audit", "verify", "--json", "--show", "50", "--data", folder);
    try {
      JsonNode report = JSON.readTree(out.toString());
      if (report.isMissingNode()) {
        throw new AssertionError("no report, but " + exit + ": " + err);
      }
      return new Audit(exit, report);
    } catch (IOException e) {
      throw new UncheckedIOException(err.toString(), e);
    }
  }

  /** What is wrong, and what could not be looked at, in sentences that begin with the check. */
  List<String> flaws() {
    List<String> flaws = new ArrayList<>();
    for (JsonNode check : report.path("checks")) {
      String name = check.path("check").asText() + ": ";
      check.path("findings").forEach(finding -> flaws.add(name + finding));
      if (check.has("broken")) {
        flaws.add(name + check.path("broken").asText());
      }
    }
    return flaws;
  }

  /** How much of this a check has looked at. */
  long checked(String check, String what) {
    return report
        .path("checks")
        .valueStream()
        .filter(each -> each.path("check").asText().equals(check))
        .mapToLong(each -> each.path("checked").path(what).asLong())
        .sum();
  }
}
