package dev.assent.intake.domain;

import dev.assent.contract.plan.AgentTask;
import dev.assent.contract.plan.Announcement;
import dev.assent.contract.plan.Delay;
import dev.assent.contract.plan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the list {@code steps} of a native submission. */
final class StepReader {

  static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");
  static final Duration RETRY_DELAY = Duration.ofSeconds(30);

  private static final String KINDS = "agent_task, human_gate, delay or notification";

  private final Approvers approvers;
  private final GateReader gates;
  private final Frame frame;
  private final Approval inherited;
  private final @Nullable String agent;

  /**
   * @param inherited the approval of the submission, for gates without one
   * @param agent to whom the submission is addressed, for agent tasks that name nobody
   */
  StepReader(
      Approvers approvers,
      GateReader gates,
      Frame frame,
      Approval inherited,
      @Nullable String agent) {
    this.approvers = approvers;
    this.gates = gates;
    this.frame = frame;
    this.inherited = inherited;
    this.agent = agent;
  }

  List<Step> read(Fields submission) {
    List<Step> steps = new ArrayList<>();
    List<Fields> written = new ArrayList<>();
    if (submission.isEmptyArray("steps")) {
      submission.wrong("steps", "expected at least one step, got none");
    }
    for (Fields fields : submission.each("steps", 100)) {
      Step step = step(fields);
      if (step != null) {
        steps.add(step);
        written.add(fields);
      }
      fields.end();
    }
    Jumps.check(steps, written);
    return steps;
  }

  private @Nullable Step step(Fields fields) {
    String id = fields.text("id", 100);
    if (id == null && !fields.has("id")) {
      fields.wrong("id", "missing; give every step an id of its own");
    } else if (id != null && !ID.matcher(id).matches()) {
      fields.wrong("id", "expected letters, digits and . _ -, got " + Say.quote(id));
    }
    String kind = fields.text("kind", 64);
    String name = id == null ? "" : id;
    return switch (kind) {
      case null -> {
        if (!fields.has("kind")) {
          fields.wrong("kind", "missing; name " + KINDS);
        }
        yield unknown(fields);
      }
      case "agent_task" -> agentTask(name, fields);
      case "human_gate" -> gate(name, fields);
      case "delay" -> delay(name, fields);
      case "notification" -> announcement(name, fields);
      default -> {
        fields.wrong("kind", "expected " + KINDS + ", got " + Say.quote(kind));
        yield unknown(fields);
      }
    };
  }

  private Step agentTask(String id, Fields fields) {
    String named = fields.text("agent", 383);
    String address = agent;
    if (named != null) {
      Target target = Target.read(named, frame.sender()).orElse(new Target.Platform());
      address = target instanceof Target.Agent(String found) ? found : null;
      if (address == null) {
        fields.wrong("agent", "expected an agent's address, got " + Say.quote(named));
      }
    } else if (address == null && !fields.has("agent")) {
      fields.wrong("agent", "missing; name the agent here or in to_agent");
    }
    Integer retries = fields.number("max_retries", 0, 100);
    Duration delay = fields.duration("retry_delay");
    Jumps.Of jumps = Jumps.Of.read(fields);
    return new AgentTask(
        id,
        address == null ? Target.PLATFORM_ADDRESS : address,
        fields.object("input"),
        fields.duration("deadline"),
        retries == null ? 0 : retries,
        delay == null ? RETRY_DELAY : delay,
        jumps.onSuccess(),
        jumps.onFailure());
  }

  private Step gate(String id, Fields fields) {
    Approval own = gates.approval(fields);
    Approval approval = own.fields() == null ? inherited : own;
    return gates.read(id, fields, approval, false, frame, Jumps.Of.read(fields));
  }

  private Step delay(String id, Fields fields) {
    Duration length = fields.duration("length");
    if (!fields.has("length")) {
      fields.wrong("length", "missing; say how long to wait");
    }
    return new Delay(
        id,
        length == null ? Duration.ofSeconds(1) : length,
        fields.text("reason", 1000),
        fields.text("on_success", 100));
  }

  private Step announcement(String id, Fields fields) {
    var recipients = approvers.list(fields, "recipients");
    if (!fields.has("recipients") || fields.isEmptyArray("recipients")) {
      fields.wrong("recipients", "missing; name who is to be told");
    }
    String subject = required(fields, "subject", 255);
    String body = required(fields, "body", 10_000);
    return new Announcement(id, recipients, subject, body, fields.text("on_success", 100));
  }

  private static String required(Fields fields, String name, int longest) {
    String text = fields.text(name, longest);
    if (text == null && !fields.has(name)) {
      fields.wrong(name, "missing; people must know what it is about");
    }
    return text == null ? "" : text;
  }

  /** Of a kind unknown nothing is known: one sentence about the kind is enough. */
  private static @Nullable Step unknown(Fields fields) {
    fields.ignoreRest();
    return null;
  }
}
