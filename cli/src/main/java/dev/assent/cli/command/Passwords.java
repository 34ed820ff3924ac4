package dev.assent.cli.command;

import dev.assent.cli.CliException;
import dev.assent.cli.Context;
import java.util.Optional;

/** New passwords, which are typed twice because nobody sees them. */
final class Passwords {
  private Passwords() {}

  static String ask(Context context, String person) {
    Optional<String> variable = context.variable("ASSENT_PASSWORD");
    if (variable.isPresent()) {
      return variable.get();
    }
    String first = typed(context, "New password of " + person + ": ");
    if (!first.equals(typed(context, "The same again: "))) {
      throw CliException.usage("These two are not the same; nothing was changed.");
    }
    return first;
  }

  private static String typed(Context context, String question) {
    return context
        .terminal()
        .readPassword(question)
        .orElseThrow(
            () ->
                CliException.usage(
                    "Expected the password in ASSENT_PASSWORD, because there is no terminal to ask at."));
  }
}
