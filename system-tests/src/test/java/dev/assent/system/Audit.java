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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What {@code assent audit verify} says of an installation. */
record Audit(int exit, JsonNode report) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Audit of(Installation assent) {
    return of(assent.folder);
  }

  /** What it says of the installation in this folder. */
  static Audit of(Path folder) {
    return verify(folder, "--data", folder.toString());
  }

  /** What it says of an export, to somebody who has nothing but the file and a key. */
  static Audit of(Path export, Path key) {
    Path nowhere = export.resolveSibling("no-installation");
    return verify(
        export.getParent(),
        export.toString(),
        "--key",
        key.toString(),
        "--data",
        nowhere.toString());
  }

  /** What it says of a log and its views that lie in no data folder. */
  static Audit of(BackendAddresses backends, Path config) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "--bootstrap-server",
                backends.kafka(),
                "--database",
                backends.jdbcUrl(),
                "--database-user",
                backends.user()));
    try (Stream<Path> keys = Files.list(config.resolve("audit-keys"))) {
      keys.forEach(key -> words.addAll(List.of("--key", key.toString())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return verify(config, Map.of("ASSENT_DATABASE_PASSWORD", backends.password()), words);
  }

  private static Audit verify(Path folder, String... arguments) {
    return verify(folder, Map.of(), List.of(arguments));
  }

  private static Audit verify(Path folder, Map<String, String> variables, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of("audit", "verify", "--json", "--show", "50"));
    words.addAll(arguments);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal = new Terminal(out, err, new StringReader(""), Style.PLAIN, 80, false);
    Context context = new Context(terminal, variables, Installation.ROOT, folder);
    int exit = Cli.run(context, words.toArray(String[]::new));
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
