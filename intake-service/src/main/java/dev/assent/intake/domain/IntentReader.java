package dev.assent.intake.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.json.CanonicalJson;
import dev.assent.contract.plan.AgentTask;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.plan.Plan;
import dev.assent.contract.plan.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a single intent. Its plan follows from what it names:
 *
 * <ul>
 *   <li>{@code steps}: those, in their order;
 *   <li>{@code approval} and an agent in {@code to_agent}: the gate, then the agent;
 *   <li>{@code approval} or {@code human_task} otherwise, or {@code to_agent: human}: one gate;
 *   <li>else one task for the agent; without {@code to_agent} for the platform itself, which waits
 *       for the sender to go on.
 * </ul>
 */
final class IntentReader {

  static final String GATE = "approval";
  static final String WORK = "work";
  private static final Pattern TYPE = Pattern.compile("[a-z0-9_]+(\\.[a-z0-9_]+)+\\.v[0-9]+");

  private final Approvers approvers;
  private final GateReader gates;

  IntentReader(Approvers approvers) {
    this.approvers = approvers;
    this.gates = new GateReader(approvers);
  }

  Submission read(Fields fields, Sender sender, Instant now) {
    String type = type(fields);
    String from = Head.from(fields, sender);
    Target target = target(fields, from);
    String replyTo = fields.text("reply_to", 383);
    UUID correlation = fields.uuid("correlation_id");
    ObjectNode payload = fields.object("payload");
    String title = fields.text("title", 255);
    Instant deadlineAt = fields.future("deadline_at", now);
    String key = Head.idempotencyKey(fields);
    if (key != null && sender.authenticated() != null) {
      fields.wrong(
          "idempotency_key", "expected it in the header Idempotency-Key, got it in the body");
    }
    List<Step> steps =
        steps(fields, target, from, title == null ? Titles.of(type) : title, now, deadlineAt);
    fields.end();
    ObjectNode kept = payload == null ? fields.json().objectNode() : payload;
    return new Submission(
        type,
        from,
        to(target, steps),
        replyTo,
        correlation == null ? null : correlation.toString(),
        kept,
        CanonicalJson.digest(kept),
        key,
        SubmissionParser.digest(fields.json()),
        new Plan(title, steps, deadlineAt, onDeadline(steps)),
        null,
        List.of());
  }

  private static String type(Fields fields) {
    String type = fields.text("intent_type", 255);
    if (type == null) {
      if (!fields.has("intent_type")) {
        fields.wrong("intent_type", "missing; name what this is, such as ops.db.index.v1");
      }
      return "unknown";
    }
    if (!TYPE.matcher(type).matches()) {
      fields.wrong(
          "intent_type",
          "expected lower-case words with dots and a version, such as ops.db.index.v1, got "
              + Say.quote(type));
    }
    return type;
  }

  private static Target target(Fields fields, String from) {
    String to = fields.text("to_agent", 383);
    if (to == null) {
      return new Target.Platform();
    }
    return Target.read(to, from)
        .orElseGet(
            () -> {
              fields.wrong(
                  "to_agent",
                  "expected agent://org/workspace/name, a bare name or human, got "
                      + Say.quote(to));
              return new Target.Platform();
            });
  }

  private List<Step> steps(
      Fields fields,
      Target target,
      String from,
      String title,
      Instant now,
      @Nullable Instant deadlineAt) {
    String agent = target instanceof Target.Agent(String address) ? address : null;
    boolean listed = fields.has("steps");
    boolean approved = fields.has("approval");
    Frame frame = new Frame(from, now, deadlineAt, title, !listed && (agent == null || !approved));
    Approval approval = gates.approval(fields);
    if (listed) {
      return listed(fields, approval, agent, frame);
    }
    List<Step> steps = new ArrayList<>();
    if (approved || fields.has("human_task") || target instanceof Target.People) {
      steps.add(gates.read(GATE, fields, approval, true, frame, Jumps.Of.NONE));
      Jumps.check(steps, List.of(fields));
    } else {
      // Known here too: they only have no effect where nobody is asked.
      AxpReminders.read(fields, (text, at, name) -> List.of());
    }
    Integer attempts = fields.number("max_delivery_attempts", 1, 100);
    if (steps.isEmpty() || (approved && agent != null)) {
      steps.add(
          new AgentTask(
              WORK,
              agent == null ? Target.PLATFORM_ADDRESS : agent,
              null,
              null,
              attempts == null ? 0 : attempts - 1,
              StepReader.RETRY_DELAY,
              null,
              null));
    }
    return steps;
  }

  private List<Step> listed(Fields fields, Approval approval, @Nullable String agent, Frame frame) {
    for (String single :
        List.of(
            "human_task",
            "remind_after_seconds",
            "remind_interval_seconds",
            "max_reminders",
            "escalate_to",
            "max_delivery_attempts")) {
      if (fields.has(single)) {
        fields.wrong(single, "not beside steps; give it to the step that it is meant for");
      }
    }
    List<Step> steps = new StepReader(approvers, gates, frame, approval, agent).read(fields);
    boolean gate = steps.stream().anyMatch(HumanGate.class::isInstance);
    if (approval.fields() != null && !gate && !steps.isEmpty()) {
      fields.wrong("approval", "no step is a human_gate, so nobody would be asked");
    }
    return steps;
  }

  private static String to(Target target, List<Step> steps) {
    return switch (target) {
      case Target.Agent(String address) -> address;
      case Target.People people -> "human";
      case Target.Platform platform ->
          steps.stream()
              .filter(AgentTask.class::isInstance)
              .map(step -> ((AgentTask) step).agent())
              .findFirst()
              .orElse("human");
    };
  }

  private static Fallback onDeadline(List<Step> steps) {
    return GateReader.onDeadline(
        steps.size() == 1 && steps.getFirst() instanceof HumanGate gate ? gate : null);
  }
}
