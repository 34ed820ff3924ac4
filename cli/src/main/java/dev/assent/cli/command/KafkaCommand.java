package dev.assent.cli.command;

import dev.assent.cli.CliException;
import dev.assent.cli.Context;
import dev.assent.cli.LibraryLogs;
import dev.assent.cli.local.BackendsRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The tools that come with Apache Kafka, as they are. */
@Command(
    name = "kafka",
    description = {
      "Run a stock Kafka tool against this installation.",
      "These:" + " console-producer, console-consumer, topics, consumer-groups.",
      "All that follows the tool's name is its own. --bootstrap-server is filled in if it is"
          + " missing; --data DIR must come before the tool's name."
    },
    footer = {
      "  assent kafka topics --list",
      "  assent kafka console-consumer --topic assent.completions --from-beginning",
      "  echo '{...}' | assent kafka console-producer --topic assent.intents"
    })
public final class KafkaCommand implements Runnable {
  static final Map<String, String> TOOLS =
      new TreeMap<>(
          Map.of(
              "console-producer", "org.apache.kafka.tools.ConsoleProducer",
              "console-consumer", "org.apache.kafka.tools.consumer.ConsoleConsumer",
              "topics", "org.apache.kafka.tools.TopicCommand",
              "consumer-groups", "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand"));

  private static final String BOOTSTRAP = "--bootstrap-server";

  private final Context context;

  @Mixin FolderOption option;

  @Parameters(index = "0", paramLabel = "TOOL", description = "Which one.")
  String tool = "";

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "ARGUMENT", description = "Its own.")
  List<String> arguments = List.of();

  KafkaCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    String name = TOOLS.get(tool);
    if (name == null) {
      throw CliException.usage(
          "Expected one of %s, but came \"%s\"."
              .formatted(String.join(", ", TOOLS.keySet()), tool));
    }
    List<String> all = withServer();
    context.terminal().flush();
    LibraryLogs.warnings();
    try {
      Class.forName(name)
          .getMethod("main", String[].class)
          .invoke(null, (Object) all.toArray(new String[0]));
    } catch (ReflectiveOperationException e) {
      throw CliException.failed("Kafka's tool " + tool + " failed: " + e.getCause(), e);
    }
  }

  private List<String> withServer() {
    List<String> all = new ArrayList<>(arguments);
    if (all.stream().noneMatch(word -> word.startsWith(BOOTSTRAP)) && !all.contains("--help")) {
      all.add(BOOTSTRAP);
      all.add(
          option
              .folder()
              .runFiles()
              .liveBackends()
              .map(BackendsRun::bootstrapServers)
              .orElseThrow(
                  () ->
                      CliException.notRunning(
                          "Kafka does not run from %s. Start it with assent up, or name a broker with --bootstrap-server."
                              .formatted(option.folder().path()))));
    }
    return all;
  }
}
