package dev.assent.cli.command;

import dev.assent.cli.CliException;
import dev.assent.cli.Context;
import dev.assent.cli.ExitCode;
import dev.assent.cli.audit.History;
import dev.assent.cli.audit.IntentLog;
import dev.assent.cli.audit.Timeline;
import dev.assent.cli.terminal.Text;
import dev.assent.contract.envelope.RecordedEvent;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Replays an intent from the log. */
@Command(
    name = "replay",
    description = {
      "Show who did what when to an intent, read from the log in Kafka and not from a view.",
      "Checks that no event is missing and that the rules lead from each to the next; ends with 1"
          + " if they do not."
    },
    footer = {
      "  assent audit replay 0b8e6c9e-6a1f-4a2e-9a64-b1a7a1b1f0c4",
      "  assent audit replay ID --json > evidence.json"
    })
public final class ReplayCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "ID", description = "The intent's id.")
  String id = "";

  @Mixin BrokerOptions broker;
  @Mixin FolderOption option;
  @Mixin JsonOption json;

  ReplayCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<RecordedEvent> events =
        new IntentLog(broker.bootstrapServers(option), broker.prefix).read(id);
    if (events.isEmpty()) {
      throw CliException.failed(
          "The log holds no intent %s. See which there are: assent intents list"
              .formatted(Text.visible(id)));
    }
    History history = History.of(events);
    if (json.isWanted()) {
      JsonOption.print(context.terminal(), Timeline.json(id, history));
    } else {
      Timeline.print(context.terminal(), history);
    }
    return history.isSound() ? ExitCode.OK : ExitCode.FAILED;
  }
}
