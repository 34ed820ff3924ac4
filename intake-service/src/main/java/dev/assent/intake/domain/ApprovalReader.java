package dev.assent.intake.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.plan.EscalationLevel;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.Reminders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the object {@code approval}: who decides, and what happens while they do not. */
final class ApprovalReader {

  private static final String ACTIONS = "reject, approve, cancel, time_out, complete or go_to";
  private static final Duration SHORTEST_REPEAT = Duration.ofSeconds(1);

  private final Approvers approvers;

  ApprovalReader(Approvers approvers) {
    this.approvers = approvers;
  }

  Approval read(@Nullable Fields fields) {
    if (fields == null) {
      return Approval.NONE;
    }
    var asked = approvers.list(fields, "approvers");
    Reminders reminders = reminders(fields);
    List<EscalationLevel> escalation = escalation(fields);
    Duration deadline = fields.duration("deadline");
    Fallback fallback = fallback(fields);
    fields.end();
    return new Approval(fields, asked, reminders, escalation, deadline, fallback);
  }

  private static @Nullable Reminders reminders(Fields fields) {
    JsonNode value = fields.take("reminders");
    if (value == null) {
      return null;
    }
    if (value instanceof ArrayNode) {
      return new Reminders(ascending(fields, "reminders"), null, 0);
    }
    if (!(value instanceof ObjectNode)) {
      fields.wrong(
          "reminders", "expected an array of durations or an object, got " + Say.kind(value));
      return null;
    }
    Fields inner = fields.fields("reminders");
    if (inner == null) {
      return null;
    }
    List<Duration> after = ascending(inner, "after");
    Duration repeat = inner.duration("repeat");
    if (repeat != null && repeat.compareTo(SHORTEST_REPEAT) < 0) {
      inner.wrong("repeat", "expected at least one second between reminders, got " + repeat);
    }
    Integer max = inner.number("max", 1, 1000);
    inner.end();
    if (after.isEmpty() && repeat != null) {
      after = List.of(repeat);
    }
    return new Reminders(after, repeat, max == null ? 0 : max);
  }

  private static List<Duration> ascending(Fields fields, String name) {
    List<Duration> waits = fields.durations(name);
    for (int i = 1; i < waits.size(); i++) {
      if (waits.get(i).compareTo(waits.get(i - 1)) <= 0) {
        fields.wrong(
            name + "[" + i + "]",
            "expected more than "
                + waits.get(i - 1)
                + ", got "
                + waits.get(i)
                + "; all count from the moment people were asked");
      }
    }
    return waits;
  }

  private @Nullable List<EscalationLevel> escalation(Fields fields) {
    if (!fields.has("escalation")) {
      return null;
    }
    List<EscalationLevel> levels = new ArrayList<>();
    for (Fields level : fields.each("escalation", 20)) {
      Duration after = level.duration("after");
      if (!level.has("after")) {
        level.wrong("after", "missing; say how long the people before them have");
      }
      var to = approvers.list(level, "to");
      if (!level.has("to") || level.isEmptyArray("to")) {
        level.wrong("to", "missing; name who is asked then");
      }
      level.end();
      if (after != null && !to.isEmpty()) {
        levels.add(new EscalationLevel(after, to));
      }
    }
    return levels;
  }

  private static @Nullable Fallback fallback(Fields fields) {
    JsonNode value = fields.take("fallback");
    if (value == null) {
      return null;
    }
    if (value.isTextual()) {
      return action(value.textValue(), null, fields, "fallback");
    }
    Fields inner = fields.fields("fallback");
    if (inner == null) {
      return null;
    }
    String action = inner.text("action", 64);
    Fallback fallback = null;
    if (action != null) {
      fallback = action(action, inner, inner, "action");
    } else if (!inner.has("action")) {
      inner.wrong("action", "missing; name " + ACTIONS);
    }
    for (String argument : List.of("result", "step")) {
      boolean meant =
          switch (fallback) {
            case Fallback.CompleteWith f -> argument.equals("result");
            case Fallback.GoTo f -> argument.equals("step");
            case Fallback.Reject f -> false;
            case Fallback.Approve f -> false;
            case Fallback.Cancel f -> false;
            case Fallback.TimeOut f -> false;
            case null -> true;
          };
      if (inner.has(argument) && !meant) {
        inner.wrong(argument, "not with the action " + Say.quote(String.valueOf(action)));
      }
    }
    inner.end();
    return fallback;
  }

  private static @Nullable Fallback action(
      String action, @Nullable Fields arguments, Fields fields, String name) {
    return switch (action) {
      case "reject" -> new Fallback.Reject();
      case "approve" -> new Fallback.Approve();
      case "cancel" -> new Fallback.Cancel();
      case "time_out" -> new Fallback.TimeOut();
      case "complete" -> {
        ObjectNode result = arguments == null ? null : arguments.object("result");
        yield new Fallback.CompleteWith(result == null ? fields.json().objectNode() : result);
      }
      case "go_to" -> {
        String step = arguments == null ? null : arguments.text("step", 100);
        if (step == null) {
          fields.wrong(name, "go_to needs the id of a later step in fallback.step");
        }
        yield step == null ? null : new Fallback.GoTo(step);
      }
      default -> {
        fields.wrong(name, "expected " + ACTIONS + ", got " + Say.quote(action));
        yield null;
      }
    };
  }
}
