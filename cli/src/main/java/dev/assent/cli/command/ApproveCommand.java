package dev.assent.cli.command;

import dev.assent.cli.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Say yes to what an intent asks you. */
@Command(
    name = "approve",
    description = "Say yes to what an intent asks you.",
    footer = "  assent tasks approve ID --as ada --comment \"the index is small\"")
public final class ApproveCommand implements Runnable {
  private final Context context;

  @Mixin AnswerOptions answer;

  ApproveCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Decide.run(context, answer, "approved");
  }
}
