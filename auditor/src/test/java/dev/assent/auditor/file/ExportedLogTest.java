package dev.assent.auditor.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assent.auditor.Audit;
import dev.assent.auditor.Check;
import dev.assent.auditor.Report;
import dev.assent.auditor.check.Chain;
import dev.assent.auditor.check.Checkpoints;
import dev.assent.auditor.check.Histories;
import dev.assent.auditor.check.MadeUpLog;
import dev.assent.auditor.check.Sequences;
import dev.assent.auditor.check.Tale;
import dev.assent.auditor.log.Heads;
import dev.assent.auditor.log.Marks;
import dev.assent.auditor.log.Replay;
import dev.assent.contract.signature.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportedLogTest {

  private final SigningKey key = SigningKey.generate();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void exportTwoIntents() {
    MadeUpLog log = new MadeUpLog();
    Tale.approved(log, 1);
    Tale.waiting(log, 2);
    export(log);
  }

  private void export(MadeUpLog log) {
    log.sign(key);
    file = folder.resolve("log.export");
    new Export(log, Marks.take(log), file).write(step -> {});
  }

  @Test
  void shouldBeCleanAsItWasWritten() throws Exception {
    // when
    Report report = audit();

    // then
    assertThat(report.isClean()).isTrue();
    assertThat(report.checks())
        .extracting(check -> check.check() + " " + check.checked())
        .contains(
            "file {lines=10}",
            "sequences {events=8, intents=2}",
            "chain {events chained=6}",
            "checkpoints {checkpoints=1, events signed=8, newer events=0}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  /** Of the numbers of partitions and offsets only the order counts, so they are left out. */
  @Test
  void shouldNoticeAChangeOfAnyByte() throws Exception {
    // given
    MadeUpLog small = new MadeUpLog();
    Tale.waiting(small, 1);
    export(small);
    byte[] whole = Files.readAllBytes(file);
    List<String> unnoticed = new ArrayList<>();

    // when
    for (int i = 0; i < whole.length; i++) {
      if (!isNumber(whole, i)) {
        byte[] bent = whole.clone();
        bent[i] ^= 1;
        Files.write(file, bent);
        if (isClean()) {
          unnoticed.add(
              i + ": " + new String(bent, Math.max(0, i - 20), 40, StandardCharsets.UTF_8));
        }
      }
    }

    // then
    assertThat(unnoticed).isEmpty();
  }

  @Test
  void shouldNoticeALineThatIsMissing() throws Exception {
    // given
    List<String> lines = Files.readAllLines(file);

    // then
    for (int gone = 1; gone < lines.size() - 1; gone++) {
      List<String> fewer = new ArrayList<>(lines);
      fewer.remove(gone);
      Files.write(file, fewer);
      assertThat(isClean()).as("without line %d", gone + 1).isFalse();
    }
  }

  @Test
  void shouldNoticeTwoLinesThatWereSwapped() throws Exception {
    // given
    List<String> lines = Files.readAllLines(file);

    // then
    for (int one = 1; one < lines.size() - 1; one++) {
      List<String> swapped = new ArrayList<>(lines);
      swapped.set(one, lines.get(one + 1));
      swapped.set(one + 1, lines.get(one));
      Files.write(file, swapped);
      assertThat(isClean()).as("lines %d and %d", one + 1, one + 2).isFalse();
    }
  }

  @Test
  void shouldSayWhatIsNoExport() throws Exception {
    // given
    Files.writeString(file, "{}\n");

    // then
    assertThatThrownBy(() -> ExportedLog.open(file, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Expected an export of Assent, version 1");
    assertThatThrownBy(() -> ExportedLog.open(folder.resolve("none"), 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Expected to read");
  }

  private boolean isClean() throws IOException {
    try {
      return audit().isClean();
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private Report audit() throws IOException {
    ExportedLog log = ExportedLog.open(file, 5);
    Marks marks = Marks.take(log);
    Heads heads = new Heads(log, marks);
    List<Check> checks =
        List.of(
            log.form(),
            new Sequences(heads, log.partitions(), 5),
            new Histories(new Replay(log, marks), 5),
            new Chain(heads, 5),
            new Checkpoints(log, marks, heads, List.of(key.publicKey()), 5));
    return new Audit(checks).run(step -> {});
  }

  private static boolean isNumber(byte[] line, int at) {
    int from = at;
    while (line[from] >= '0' && line[from] <= '9') {
      from--;
    }
    String before = new String(line, Math.max(0, from - 13), 14, StandardCharsets.UTF_8);
    return from != at && (before.endsWith("\"offset\":") || before.endsWith("\"partitions\":"));
  }
}
