package dev.assent.cli;

import dev.assent.cli.terminal.Style;
import dev.assent.cli.terminal.Terminal;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The command line, called as a user would, with all that it says. */
public record Called(int exit, String out, String err) {

  /** Prepares a call. */
  public static Caller in(Path folder) {
    return new Caller(folder);
  }

  /** What is around the command. */
  public static final class Caller {
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private String input = "";

    private Caller(Path folder) {
      this.folder = folder;
      environment.put("ASSENT_DATA", folder.resolve("data").toString());
    }

    public Caller with(String variable, String value) {
      environment.put(variable, value);
      return this;
    }

    public Caller typing(String text) {
      input = text;
      return this;
    }

    public Called run(String... arguments) {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      int exit = Cli.run(context(out, err), arguments);
      return new Called(exit, out.toString(), err.toString());
    }

    Context context() {
      return context(new StringWriter(), new StringWriter());
    }

    private Context context(StringWriter out, StringWriter err) {
      return new Context(
          new Terminal(out, err, new StringReader(input), Style.PLAIN, 80, false),
          environment,
          folder,
          folder);
    }
  }
}
