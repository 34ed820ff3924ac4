package dev.assent.auditor.main;

import dev.assent.auditor.Check;
import dev.assent.auditor.file.ExportedLog;
import dev.assent.auditor.log.Heads;
import dev.assent.auditor.log.Marks;
import dev.assent.auditor.log.Replay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An export that is audited: there is nothing but the file. */
final class ExportedFile {

  private ExportedFile() {}

  /**
   * The checks that a file allows.
   *
   * @throws IllegalStateException if it is no export
   */
  static List<Check> checks(Request request, String file) {
    ExportedLog log = ExportedLog.open(Path.of(file), request.shown());
    Marks marks = Marks.take(log);
    Heads heads = new Heads(log, marks);
    List<Check> checks = new ArrayList<>();
    checks.add(log.form());
    checks.addAll(Installation.ofTheLogAlone(request, log, marks, heads, new Replay(log, marks)));
    return checks;
  }
}
