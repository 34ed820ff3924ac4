package dev.assent.cli.demo;

import dev.assent.access.InitialCredentials;
import dev.assent.cli.terminal.Style;
import dev.assent.cli.terminal.Table;
import dev.assent.cli.terminal.Table.Cell;
import dev.assent.cli.terminal.Terminal;
import java.net.URI;
import java.util.List;

/** What is said around the play: before it begins, and when it is over. */
final class Playbill {
  private Playbill() {}

  static void announce(Terminal terminal, URI url, InitialCredentials people, String id) {
    Style style = terminal.style();
    terminal.say();
    terminal.say(style.bold(DemoCase.TITLE));
    terminal.say("A pipeline wants to change a production database. An agent looks at it first,");
    terminal.say("then somebody on call must agree. Nobody reacts, so it goes to the next one.");
    terminal.say();
    Table table = new Table("  ");
    row(table, style, "Decide", new Cell(url + "/tasks/" + id, style::link));
    row(table, style, "sign in", password(people, "ada"));
    row(table, style, "", password(people, DemoCase.SECOND));
    row(table, style, "Mails", new Cell(url + "/mails", style::link));
    table.print(terminal);
    terminal.say();
    terminal.flush();
  }

  /**
   * Commands to try.
   *
   * @param stays whether the demo's installation stays up
   */
  static void goOn(Terminal terminal, CommandWords words, String id, boolean stays) {
    terminal.say();
    terminal.say(terminal.style().bold("How to go on"));
    if (stays) {
      command(terminal, words.withData("audit replay " + id), "this trail again");
      command(terminal, words.withData("intents list"), "what the migrator has to do with");
      command(terminal, words.withData("tasks list --as ada"), "what ada is asked");
      command(terminal, words.withData("down"), "stop it; the data stays");
    } else {
      command(terminal, words.with("demo --keep"), "the same again, and it stays up");
      command(terminal, words.withData("up"), "start this one again, with what happened");
      command(terminal, words.withData("audit replay " + id), "this trail again, once it is up");
    }
    command(terminal, words.with("up"), "an installation of your own");
    command(terminal, words.with("intents send --help"), "hand in something yourself");
  }

  /** Never wrapped: it is there to be copied. */
  private static void command(Terminal terminal, String command, String what) {
    Style style = terminal.style();
    terminal.say("  " + style.link(command));
    terminal.say("      " + style.dim(what));
  }

  private static Cell password(InitialCredentials people, String person) {
    return Cell.of("%-3s  %s".formatted(person, people.password(person).orElse("-")));
  }

  private static void row(Table table, Style style, String name, Cell value) {
    table.row(List.of(new Cell(name, style::dim), value));
  }
}
