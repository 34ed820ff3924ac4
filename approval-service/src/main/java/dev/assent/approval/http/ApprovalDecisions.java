package dev.assent.approval.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.access.AgentCaller;
import dev.assent.access.Caller;
import dev.assent.access.PersonCaller;
import dev.assent.approval.command.TaskAnswer;
import dev.assent.approval.config.OfApproval;
import dev.assent.approval.query.IntentView;
import dev.assent.approval.query.Lookup;
import dev.assent.approval.query.TaskView;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.signal.Signal.DecisionSubmitted;
import dev.assent.edge.CurrentCaller;
import dev.assent.edge.RefusedException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Yes or no to one task, by the task's id or by its intent's. */
@OfApproval
@Path("/v1/approvals")
public class ApprovalDecisions {

  private final CurrentCaller current;
  private final Lookup lookup;
  private final AskedTasks asked;
  private final Wishes wishes;

  @Inject
  ApprovalDecisions(CurrentCaller current, Lookup lookup, AskedTasks asked, Wishes wishes) {
    this.current = current;
    this.lookup = lookup;
    this.asked = asked;
    this.wishes = wishes;
  }

  @POST
  @Path("/{id}/decision")
  @Consumes(MediaType.WILDCARD)
  @RunOnVirtualThread
  public Response decide(
      @PathParam("id") String id, byte @Nullable [] bytes, @Context HttpHeaders headers) {
    Caller caller = current.require();
    ObjectNode body = Requests.body(bytes);
    boolean yes = isYes(body);
    String comment = TaskAnswer.checked(body.path("comment").asText(null));
    // Never made on the spot: a decision on something unknown is a mistake.
    TaskView task = asked.find(id);
    DecisionSubmitted signal =
        new DecisionSubmitted(
            task.id(),
            TaskAnswer.outcome(yes, task.question().spec()),
            caller.actor(),
            Requests.channel(caller, headers),
            comment,
            null,
            body.path("shown_digest").asText(null));
    Wishes.Granted granted =
        wishes.carryOut(
            new Wishes.Wish(
                caller, task.intent(), "decision", words(id, body), signal, known(caller, task)),
            headers);
    ObjectNode answer = ContractJson.MAPPER.createObjectNode().put("ok", true);
    answer
        .putObject("approval")
        .put("approval_id", id)
        .put("intent_id", task.intent().toString())
        .put("task_id", task.id().toString())
        .put("decision", yes ? "approve" : "reject")
        .put("comment", comment)
        .put("decided_at", decidedAt(granted));
    return Requests.ok(answer);
  }

  /** With the id of the path: the same words to another task are another wish. */
  private static ObjectNode words(String id, ObjectNode body) {
    ObjectNode words = ContractJson.MAPPER.createObjectNode().put("id", id);
    words.set("body", body);
    return words;
  }

  /** Only an agent's part in the intent matters: people are told the whole reason anyway. */
  private @Nullable IntentView known(Caller caller, TaskView task) {
    return switch (caller) {
      case PersonCaller person -> null;
      case AgentCaller agent -> lookup.intent(task.intent());
    };
  }

  private static boolean isYes(ObjectNode body) {
    return switch (body.path("decision").asText("")) {
      case "approve", "approved" -> true;
      case "reject", "rejected" -> false;
      default ->
          throw new RefusedException(
              RefusalCode.MALFORMED, "Expected decision to be approve or reject");
    };
  }

  private static @Nullable String decidedAt(Wishes.Granted granted) {
    List<RecordedEvent> events = granted.events();
    if (!events.isEmpty()) {
      return events.getFirst().envelope().time().toString();
    }
    return granted.earlier() == null ? null : granted.earlier().at().toString();
  }
}
