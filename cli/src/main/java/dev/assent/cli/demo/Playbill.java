package dev.assent.cli.demo;

import dev.assent.access.InitialCredentials;
import dev.assent.cli.local.DataFolder;
import dev.assent.cli.terminal.Style;
import dev.assent.cli.terminal.Table;
import dev.assent.cli.terminal.Table.Cell;
import dev.assent.cli.terminal.Terminal;
import java.net.URI;
import java.util.List;

/** What is said around the play: before it begins, and when it is over. */
final class Playbill {
  private Playbill() {}

  static void announce(Terminal terminal, URI url, InitialCredentials people) {
    Style style = terminal.style();
    terminal.say();
    terminal.say(style.bold(DemoCase.TITLE));
    terminal.say("A pipeline wants to change a production database. An agent looks at it first,");
    terminal.say("then somebody on call must agree. Nobody reacts, so it goes to the next one.");
    terminal.say();
    Table table = new Table("  ");
    row(table, style, "Page", url.toString());
    for (String person : List.of("ada", DemoCase.SECOND)) {
      table.row(
          List.of(
              new Cell("sign in as " + person, style::dim),
              Cell.of(people.password(person).orElse("-"))));
    }
    row(table, style, "Mails they get", url + "/mails");
    table.print(terminal);
  }

  static void task(Terminal terminal, URI url, String id) {
    Table table = new Table("  ");
    row(table, terminal.style(), "The task    ", url + "/tasks/" + id);
    table.print(terminal);
    terminal.say();
    terminal.flush();
  }

  static void goOn(Terminal terminal, DataFolder folder, String id) {
    Style style = terminal.style();
    terminal.say();
    terminal.say(style.bold("How to go on"));
    Table table = new Table("  ");
    String data = " --data " + folder.path();
    command(table, style, "assent demo --keep", "the same again; it stays up to look around");
    command(table, style, "assent up" + data, "start this one again, with what happened");
    command(table, style, "assent audit replay " + id + data, "this trail again");
    command(table, style, "assent up", "an installation of your own");
    command(table, style, "assent intents send --help", "hand in something yourself");
    table.print(terminal);
  }

  private static void command(Table table, Style style, String command, String what) {
    table.row(List.of(new Cell(what, style::dim), new Cell(command, style::link)));
  }

  private static void row(Table table, Style style, String name, String value) {
    table.row(List.of(new Cell(name, style::dim), new Cell(value, style::link)));
  }
}
