package dev.assent.cli.demo;

import dev.assent.cli.terminal.Progress;
import dev.assent.cli.terminal.Style;
import dev.assent.cli.terminal.Terminal;
import dev.assent.cli.terminal.Text;
import dev.assent.cli.terminal.Waits;
import java.util.List;
import java.util.function.UnaryOperator;

/** Where the case is told: a line for what somebody does, from any thread. */
final class Stage {
  private static final int TIME = 8;
  private static final int WHO = 9;
  private static final int INDENT = TIME + 2 + WHO + 2;

  private final Terminal terminal;
  private Progress clock;
  private boolean closed;

  Stage(Terminal terminal) {
    this.terminal = terminal;
    this.clock = new Progress(terminal);
  }

  /** Time begins now. */
  synchronized void begin() {
    clock = new Progress(terminal);
  }

  /** Somebody does something. */
  synchronized void tell(String who, String what) {
    tell(who, what, UnaryOperator.identity());
  }

  synchronized void tell(String who, String what, UnaryOperator<String> paint) {
    if (closed) {
      return;
    }
    Style style = terminal.style();
    String time = "%" + TIME + "s";
    String begin =
        style.dim(time.formatted(Waits.seconds(clock.elapsed())))
            + "  "
            + style.bold(pad(who))
            + "  ";
    print(begin, what, paint);
  }

  /** More of what the last line said. */
  synchronized void more(String what, UnaryOperator<String> paint) {
    if (!closed) {
      print(" ".repeat(INDENT), what, paint);
    }
  }

  /** From now on nothing is told any more. */
  synchronized void close() {
    closed = true;
  }

  private void print(String begin, String what, UnaryOperator<String> paint) {
    List<String> lines = Text.wrap(Text.visible(what), Math.max(30, terminal.width() - INDENT));
    for (int i = 0; i < lines.size(); i++) {
      terminal.say((i == 0 ? begin : " ".repeat(INDENT)) + paint.apply(lines.get(i)));
    }
    terminal.flush();
  }

  private static String pad(String who) {
    String name = Text.shorten(who, WHO);
    return name + " ".repeat(WHO - name.length());
  }
}
