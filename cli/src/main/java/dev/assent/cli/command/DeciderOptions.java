package dev.assent.cli.command;

import dev.assent.cli.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Somebody who answers, and may fill in a form with {@code --data}. */
@Command
final class DeciderOptions extends PersonOptions {
  @Mixin ServerByFolder server;

  DeciderOptions(Context context) {
    super(context);
  }

  @Override
  ServerOption server() {
    return server;
  }
}
