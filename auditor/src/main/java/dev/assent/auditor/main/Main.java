package dev.assent.auditor.main;

import dev.assent.auditor.Audit;
import dev.assent.auditor.Report;
import dev.assent.auditor.Steps;
import dev.assent.contract.json.ContractJson;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The auditor as a process: reads a {@link Request} from standard input and writes {@link Reply}s,
 * one a line, to standard output. It ends with 0 if there is a report, whatever that says.
 */
public final class Main {

  private static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  /** Held here, because a logger that nobody holds forgets its level. */
  private static final Logger ROOT = Logger.getLogger("");

  private Main() {}

  public static void main(String[] arguments) {
    // Whatever libraries print must not be taken for a reply.
    System.setOut(System.err);
    ROOT.setLevel(Level.WARNING);
    System.exit(run() ? 0 : 1);
  }

  private static boolean run() {
    try {
      Request request = ContractJson.read(System.in.readAllBytes(), Request.class);
      say(null, answer(request, step -> say(step, null, null)), null);
      return true;
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
      say(null, null, e.getMessage() == null ? e.toString() : e.getMessage());
      return false;
    }
  }

  private static Report answer(Request request, Steps steps) {
    String file = request.file();
    if (file != null) {
      return new Audit(ExportedFile.checks(request, file)).run(steps);
    }
    String export = request.export();
    try (Installation installation = Installation.open(request)) {
      return export == null
          ? new Audit(installation.checks()).run(steps)
          : installation.export(export, steps);
    }
  }

  private static void say(
      @Nullable String step, @Nullable Report report, @Nullable String failure) {
    OUT.println(
        new String(ContractJson.write(new Reply(step, report, failure)), StandardCharsets.UTF_8));
  }
}
