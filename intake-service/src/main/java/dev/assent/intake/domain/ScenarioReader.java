package dev.assent.intake.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.json.CanonicalJson;
import dev.assent.contract.plan.AgentTask;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.plan.Plan;
import dev.assent.contract.plan.Step;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an AXP scenario bundle: agents, humans and a workflow around one intent. */
final class ScenarioReader {

  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");
  private static final Pattern TYPE = Pattern.compile("[a-z0-9_]+(\\.[a-z0-9_]+)*");

  private final Approvers approvers;

  ScenarioReader(Approvers approvers) {
    this.approvers = approvers;
  }

  Submission read(Fields bundle, Sender sender, @Nullable IntentId id, Instant now) {
    String scenario = name(bundle, "scenario_id", NAME, "letters, digits, _ and - with dots");
    String title = bundle.text("title", 255);
    bundle.text("description", 1000);
    String key = Head.idempotencyKey(bundle);
    String from = Head.from(bundle, sender);
    Cast cast = Cast.read(bundle, approvers, from);

    Fields intent = section(bundle, "intent");
    String type = name(intent, "type", TYPE, "lower-case words with dots");
    ObjectNode payload = intent.object("payload");
    Instant deadlineAt = intent.future("deadline_at", now);
    intent.text("correlation_id", 64);
    Frame frame = new Frame(from, now, deadlineAt, title == null ? Titles.of(type) : title, false);
    List<Step> steps =
        new ScenarioSteps(approvers, cast, frame, intent, id).read(section(bundle, "workflow"));
    intent.end();
    bundle.end();

    ObjectNode kept = payload == null ? bundle.json().objectNode() : payload;
    return new Submission(
        type,
        from,
        to(steps),
        null,
        null,
        kept,
        CanonicalJson.digest(kept),
        key,
        SubmissionParser.digest(bundle.json()),
        new Plan(title, steps, deadlineAt, onDeadline(steps)),
        scenario,
        cast.agents());
  }

  private static Fields section(Fields bundle, String name) {
    Fields section = bundle.fields(name);
    return section == null ? bundle.empty(name) : section;
  }

  private static String name(Fields fields, String field, Pattern form, String words) {
    String name = fields.text(field, 255);
    if (name == null) {
      if (!fields.has(field)) {
        fields.wrong(field, "missing; expected " + words);
      }
      return "unknown";
    }
    if (!form.matcher(name).matches()) {
      fields.wrong(field, "expected " + words + ", got " + Say.quote(name));
    }
    return name;
  }

  private static String to(List<Step> steps) {
    return steps.stream()
        .filter(AgentTask.class::isInstance)
        .map(step -> ((AgentTask) step).agent())
        .findFirst()
        .orElse("human");
  }

  private static Fallback onDeadline(List<Step> steps) {
    return GateReader.onDeadline(
        steps.size() == 1 && steps.getFirst() instanceof HumanGate gate ? gate : null);
  }
}
