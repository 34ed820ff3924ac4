package dev.assent.intake.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.axp.PendingWith;
import dev.assent.contract.id.NamedUuid;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.plan.AgentTask;
import dev.assent.contract.plan.Announcement;
import dev.assent.contract.plan.Delay;
import dev.assent.contract.plan.HumanGate;
import dev.assent.edge.CurrentCaller;
import dev.assent.edge.RefusedException;
import dev.assent.intake.domain.JsonInput;
import dev.assent.intake.domain.Parsed;
import dev.assent.intake.domain.Sender;
import dev.assent.intake.domain.Submission;
import dev.assent.intake.domain.SubmissionParser;
import dev.assent.intake.domain.SubmissionParser.Form;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Scenarios: a workflow of agents and people, applied as one intent. */
@OfIntake
@Path("/v1/scenarios")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class ScenarioResource {

  private final CurrentCaller current;
  private final Submissions submissions;
  private final SubmissionParser parser;

  @Inject
  ScenarioResource(CurrentCaller current, Submissions submissions, SubmissionParser parser) {
    this.current = current;
    this.submissions = submissions;
    this.parser = parser;
  }

  @POST
  @Path("/apply")
  public CompletionStage<ObjectNode> apply(byte @Nullable [] body, @Context HttpHeaders headers) {
    Sender sender = Sender.authenticated(current.require().actor().id());
    return submissions.submit(
        body,
        Form.SCENARIO,
        "/v1/scenarios/apply",
        headers,
        (answer, repeated) -> {
          answer.put("idempotent", repeated);
          // Only for what the answer repeats of the request; what counts was decided already.
          if (parse(body, sender) instanceof Parsed.Valid valid) {
            describe(answer, valid.submission());
          }
          return answer;
        });
  }

  /** Says what is wrong and what is odd, and does nothing. */
  @POST
  @RunOnVirtualThread
  @Path("/validate")
  public ObjectNode validate(byte @Nullable [] body) {
    Sender sender = Sender.authenticated(current.require().actor().id());
    Parsed parsed = parse(body, sender);
    ObjectNode answer = ContractJson.MAPPER.createObjectNode().put("ok", true);
    answer.put("valid", parsed instanceof Parsed.Valid);
    ArrayNode errors = answer.putArray("errors");
    if (parsed instanceof Parsed.Invalid invalid) {
      invalid.refusal().violations().forEach(errors::add);
    }
    parsed.warnings().forEach(answer.putArray("warnings")::add);
    return answer;
  }

  /** A body that is no JSON object is refused; one that is no scenario is an answer. */
  private Parsed parse(byte @Nullable [] body, Sender sender) {
    JsonInput.Result read = JsonInput.read(body == null ? new byte[0] : body);
    if (read.json() == null) {
      throw new RefusedException(Objects.requireNonNull(read.refusal()));
    }
    return parser.parse(read.json(), Form.SCENARIO, sender, null, Instant.now());
  }

  private static void describe(ObjectNode answer, Submission submission) {
    String compiled = NamedUuid.of("assent-compiled", submission.digest()).toString();
    answer.put("compile_id", compiled);
    answer.put("workflow_compile_id", compiled);
    answer.put("scenario_id", submission.scenario());
    ArrayNode agents = answer.putArray("agents");
    submission
        .agents()
        .forEach(
            agent ->
                agents
                    .addObject()
                    .put("role", agent.role())
                    .put("address", agent.address())
                    .put("created", false));
    answer.putArray("agents_provisioned");
    answer.put("pending_with", pendingWith(submission));
    Instant deadline = submission.plan().deadlineAt();
    answer.put("deadline_at", deadline == null ? null : deadline.toString());
  }

  private static String pendingWith(Submission submission) {
    return switch (submission.plan().first()) {
      case AgentTask task -> task.agent();
      case HumanGate gate -> PendingWith.names(gate.policy().approvers());
      case Delay _, Announcement _ -> PendingWith.PLATFORM;
    };
  }
}
