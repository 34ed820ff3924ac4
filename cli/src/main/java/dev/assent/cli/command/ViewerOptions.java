package dev.assent.cli.command;

import dev.assent.cli.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Somebody who looks. */
@Command
final class ViewerOptions extends PersonOptions {
  @Mixin ServerByData server;

  ViewerOptions(Context context) {
    super(context);
  }

  @Override
  ServerOption server() {
    return server;
  }
}
