package dev.assent.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.cli.Cli;
import dev.assent.cli.Context;
import dev.assent.cli.terminal.Style;
import dev.assent.cli.terminal.Terminal;
import dev.assent.contract.signature.SigningKey;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file and a public key tell whether the log is as it was signed; nothing has to run. */
class ExportIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void shouldProveTheLogToSomebodyWhoHasNothingElse(@TempDir Path folder, @TempDir Path elsewhere)
      throws Exception {
    // given
    Path export = elsewhere.resolve("log.export");
    Path key = elsewhere.resolve("audit.pem");
    String decided;
    try (Installation assent = Installation.start(folder)) {
      decided = live(assent);
      assent.stopApp();

      // when
      String said = assent(assent, "audit", "export", export.toString());
      Files.writeString(key, assent(assent, "audit", "keys"));
      assertThat(said).contains("events and").contains("checkpoints are in");
    }
    List<String> lines = Files.readAllLines(export);

    // then
    Audit whole = Audit.of(export, key);
    assertThat(whole.flaws()).isEmpty();
    assertThat(whole.exit()).isZero();
    assertThat(whole.checked("checkpoints", "events signed"))
        .isEqualTo(whole.checked("sequences", "events"))
        .isGreaterThan(10);
    assertThat(whole.checked("checkpoints", "newer events")).isZero();

    assertFound(export, key, changed(lines, decided), "chain: ");
    assertFound(export, key, without(lines, decided), "checkpoints: ");
    assertFound(export, key, withoutLastEvent(lines), "checkpoints: ");
    assertFound(export, key, swapped(lines, decided), "checkpoints: ");
    Files.write(export, lines);
    Path stranger = elsewhere.resolve("stranger.pem");
    Files.writeString(stranger, SigningKey.generate().publicKey().pem());
    assertThat(Audit.of(export, stranger).flaws())
        .isNotEmpty()
        .allMatch(flaw -> flaw.contains("the signature of a known key"));
  }

  /** One intent that was approved, one that was rejected, and one that waits. */
  private static String live(Installation assent) throws Exception {
    Api agent = assent.agent();
    Api bo = assent.person("bo");
    String approved = agent.post("/v1/intents", Cases.quiet()).intentId();
    String rejected = agent.post("/v1/intents", Cases.quiet()).intentId();
    String waiting = agent.post("/v1/intents", Cases.quiet()).intentId();
    for (String intent : List.of(approved, rejected, waiting)) {
      agent.awaitStatus(intent, "WAITING", PATIENCE);
    }
    bo.post("/v1/approvals/" + approved + "/decision", Map.of("decision", "approve"));
    bo.post("/v1/approvals/" + rejected + "/decision", Map.of("decision", "reject"));
    agent.awaitStatus(approved, "COMPLETED", PATIENCE);
    return approved;
  }

  private static void assertFound(Path export, Path key, List<String> lines, String check)
      throws IOException {
    Files.write(export, lines);
    Audit audit = Audit.of(export, key);
    assertThat(audit.exit()).isEqualTo(1);
    assertThat(audit.flaws()).anyMatch(flaw -> flaw.startsWith(check));
  }

  /** The decision says the opposite. */
  private static List<String> changed(List<String> lines, String intent) {
    return lines.stream()
        .map(line -> line.contains(intent) ? line.replace("approved", "rejected") : line)
        .toList();
  }

  private static List<String> without(List<String> lines, String intent) {
    return lines.stream().filter(line -> !line.contains(intent)).toList();
  }

  private static List<String> withoutLastEvent(List<String> lines) {
    List<String> fewer = new ArrayList<>(lines);
    for (int i = fewer.size() - 1; i > 0; i--) {
      if (fewer.get(i).startsWith("{\"event\"")) {
        fewer.remove(i);
        return fewer;
      }
    }
    throw new AssertionError("no events");
  }

  /** Two events change places, and their offsets with them. */
  private static List<String> swapped(List<String> lines, String intent) {
    List<String> swapped = new ArrayList<>(lines);
    List<Integer> of =
        IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).contains(intent))
            .boxed()
            .toList();
    int one = of.get(1);
    int other = of.get(2);
    swapped.set(one, lines.get(other).replace(offset(lines.get(other)), offset(lines.get(one))));
    swapped.set(other, lines.get(one).replace(offset(lines.get(one)), offset(lines.get(other))));
    return swapped;
  }

  private static String offset(String line) {
    int from = line.indexOf("\"offset\":");
    return line.substring(from, line.indexOf(',', from));
  }

  private static String assent(Installation assent, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal = new Terminal(out, err, new StringReader(""), Style.PLAIN, 80, false);
    Context context = new Context(terminal, Map.of(), Installation.ROOT, assent.folder);
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", assent.folder.toString()));
    int exit = Cli.run(context, all.toArray(String[]::new));
    assertThat(exit).as(err.toString()).isZero();
    return out.toString();
  }
}
