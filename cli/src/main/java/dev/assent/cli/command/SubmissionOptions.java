package dev.assent.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.cli.CliException;
import dev.assent.cli.Context;
import dev.assent.cli.terminal.Waits;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is handed in: who must decide on what, and what happens while they do not. */
@Command
public final class SubmissionOptions {
  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "The whole submission as JSON, - for what is piped in; without those below.")
  @Nullable String file;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "What this is, such as ops.db.index.v1.")
  @Nullable String type;

  @Option(names = "--to", paramLabel = "AGENT", description = "The agent that is to do the work.")
  @Nullable String to;

  @Option(names = "--title", paramLabel = "TEXT", description = "One line for people.")
  @Nullable String title;

  @Option(
      names = "--payload",
      paramLabel = "JSON",
      description = "What is to be approved or done: JSON, @file, or - for what is piped in.")
  @Nullable String payload;

  @Option(
      names = "--approver",
      paramLabel = "WHO",
      description = "Who may decide; may be repeated.")
  List<String> approvers = List.of();

  @Option(names = "--group", paramLabel = "GROUP", description = "The same for a group.")
  List<String> groups = List.of();

  @Option(
      names = "--reminder",
      paramLabel = "DURATION",
      description = "Remind after this long; may be repeated.")
  List<String> reminders = List.of();

  @Option(
      names = "--escalate",
      paramLabel = "DURATION:WHO",
      description =
          "Ask these next if nobody answered; may be repeated. 10m:bo or 10m:bo,group:sre")
  List<String> escalations = List.of();

  @Option(names = "--deadline", paramLabel = "DURATION", description = "How long they have in all.")
  @Nullable String deadline;

  @Option(
      names = "--fallback",
      paramLabel = "ACTION",
      description = "What happens then: reject, approve, cancel, time_out or complete.")
  @Nullable String fallback;

  /** The submission as the server reads it. */
  ObjectNode body(Context context) {
    if (file != null) {
      requireNothingElse();
      return Json.file(context, file, "--file");
    }
    if (type == null) {
      throw CliException.usage(
          "Expected --type, which says what this is (such as ops.db.index.v1), or --file.");
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("intent_type", type);
    if (to != null) {
      body.put("to_agent", to);
    }
    if (title != null) {
      body.put("title", title);
    }
    if (payload != null) {
      body.set("payload", Json.object(context, payload, "--payload"));
    }
    ObjectNode approval = approval();
    if (!approval.isEmpty()) {
      body.set("approval", approval);
    }
    return body;
  }

  private ObjectNode approval() {
    ObjectNode approval = JsonNodeFactory.instance.objectNode();
    if (!approvers.isEmpty() || !groups.isEmpty()) {
      ArrayNode all = approval.putArray("approvers");
      approvers.forEach(all::add);
      groups.forEach(group -> all.add("group:" + group));
    }
    if (!reminders.isEmpty()) {
      ArrayNode all = approval.putArray("reminders");
      reminders.stream().map(Waits::parse).sorted().forEach(wait -> all.add(wait.toString()));
    }
    if (!escalations.isEmpty()) {
      ArrayNode all = approval.putArray("escalation");
      escalations.forEach(level -> all.add(level(level)));
    }
    if (deadline != null) {
      approval.put("deadline", Waits.parse(deadline).toString());
    }
    if (fallback != null) {
      approval.putObject("fallback").put("action", fallback);
    }
    return approval;
  }

  static ObjectNode level(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      throw CliException.usage(
          "Expected --escalate with a duration and who is asked then, such as 10m:bo or 10m:group:sre, but came \"%s\"."
              .formatted(text));
    }
    ObjectNode level = JsonNodeFactory.instance.objectNode();
    level.put("after", Waits.parse(text.substring(0, colon)).toString());
    ArrayNode people = level.putArray("to");
    for (String person : text.substring(colon + 1).split(",", -1)) {
      people.add(person.strip());
    }
    return level;
  }

  private void requireNothingElse() {
    if (type != null || to != null || title != null || payload != null || !approval().isEmpty()) {
      throw CliException.usage(
          "--file holds the whole submission; leave out --type, --to, --title, --payload and what is about approval.");
    }
  }
}
