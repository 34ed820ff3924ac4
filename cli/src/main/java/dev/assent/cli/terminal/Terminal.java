package dev.assent.cli.terminal;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Where a command reads and writes. Output is UTF-8 whatever the locale says, because JSON is. */
public final class Terminal {
  private final PrintWriter out;
  private final PrintWriter err;
  private final BufferedReader in;
  private final Style style;
  private final int width;
  private final boolean interactive;

  /**
   * @param width columns that text is wrapped at
   * @param interactive whether a person sits at it, who can be asked
   */
  public Terminal(Writer out, Writer err, Reader in, Style style, int width, boolean interactive) {
    this.out = new PrintWriter(out, true);
    this.err = new PrintWriter(err, true);
    this.in = new BufferedReader(in);
    this.style = style;
    this.width = width;
    this.interactive = interactive;
  }

  /** The terminal of this process, in colour if it is one and {@code NO_COLOR} is not set. */
  public static Terminal ofProcess(Map<String, String> environment) {
    Console console = System.console();
    boolean interactive = console != null && console.isTerminal();
    return new Terminal(
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        new InputStreamReader(System.in, StandardCharsets.UTF_8),
        Style.of(environment, interactive),
        Width.of(environment, interactive),
        interactive);
  }

  private static Writer writer(FileDescriptor descriptor) {
    return new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8);
  }

  public void say(String line) {
    out.println(line);
  }

  public void say() {
    out.println();
  }

  /** To stderr. */
  public void complain(String line) {
    out.flush();
    err.println(line);
  }

  public PrintWriter out() {
    return out;
  }

  public PrintWriter err() {
    return err;
  }

  public Style style() {
    return style;
  }

  public int width() {
    return width;
  }

  public boolean isInteractive() {
    return interactive;
  }

  public void flush() {
    out.flush();
    err.flush();
  }

  /** The next line that is typed or piped in; empty at the end of input. */
  public Optional<String> readLine() {
    try {
      return Optional.ofNullable(in.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that is piped in. */
  public String readAll() {
    try {
      return in.readAllAsString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks without echo; empty if nobody is there to ask. */
  public Optional<String> readPassword(String question) {
    Console console = interactive ? System.console() : null;
    if (console == null) {
      return Optional.empty();
    }
    char[] answer = console.readPassword("%s", question);
    return answer == null ? Optional.empty() : Optional.of(new String(answer));
  }
}
