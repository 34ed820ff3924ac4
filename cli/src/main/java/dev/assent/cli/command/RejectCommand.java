package dev.assent.cli.command;

import dev.assent.cli.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Say no to what an intent asks you. */
@Command(
    name = "reject",
    description = "Say no to what an intent asks you.",
    footer = "  assent tasks reject ID --as ada --comment \"not during the sale\"")
public final class RejectCommand implements Runnable {
  private final Context context;

  @Mixin AnswerOptions answer;

  RejectCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Decide.run(context, answer, "rejected");
  }
}
