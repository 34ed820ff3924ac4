package dev.assent.cli.command;

import dev.assent.cli.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Any answer that a task allows. */
@Command(
    name = "submit",
    description = "Answer with any of the outcomes that the task allows.",
    footer = {
      "  assent tasks submit ID --as ada --outcome changes_requested --comment \"split it\"",
      "  assent tasks submit ID --as ada --outcome submitted --data window=night --data rows=5"
    })
public final class SubmitCommand implements Runnable {
  private final Context context;

  @Option(
      names = "--outcome",
      paramLabel = "OUTCOME",
      required = true,
      description = "One of those that assent tasks get shows.")
  String outcome = "";

  @Mixin AnswerOptions answer;

  SubmitCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Decide.run(context, answer, outcome);
  }
}
