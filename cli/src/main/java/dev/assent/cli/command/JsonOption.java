package dev.assent.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assent.cli.terminal.Terminal;
import dev.assent.cli.terminal.Text;
import dev.assent.contract.json.ContractJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** For programs that read what a command prints. */
@Command
public final class JsonOption {
  @Option(names = "--json", description = "Print JSON.")
  boolean wanted;

  boolean isWanted() {
    return wanted;
  }

  /** A whole document, indented. */
  static void print(Terminal terminal, Object value) {
    try {
      terminal.say(
          Text.visibleJson(
              ContractJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value that is no JSON", e);
    }
  }

  /** One document a line. */
  static void printLine(Terminal terminal, Object value) {
    try {
      terminal.say(Text.visibleJson(ContractJson.MAPPER.writeValueAsString(value)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value that is no JSON", e);
    }
  }
}
