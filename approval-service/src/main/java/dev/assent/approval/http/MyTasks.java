package dev.assent.approval.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.access.AgentCaller;
import dev.assent.access.PersonCaller;
import dev.assent.approval.config.ApprovalConfig;
import dev.assent.approval.config.OfApproval;
import dev.assent.approval.projection.Closing;
import dev.assent.approval.query.IntentView;
import dev.assent.approval.query.Subject;
import dev.assent.approval.query.TaskView;
import dev.assent.approval.query.Tasks;
import dev.assent.contract.axp.AxpHumanTask;
import dev.assent.contract.json.CanonicalJson;
import dev.assent.contract.json.ContractJson;
import dev.assent.edge.CurrentCaller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * The open tasks of whoever calls: a person's own and their groups'; for an agent's key those of
 * the intents that it has a part in. And one of them, open or not, with all that is shown before a
 * decision, so that who decides needs no other door.
 */
@OfApproval
@Path("/v1/me/tasks")
public class MyTasks {

  private final CurrentCaller current;
  private final Tasks tasks;
  private final AskedTasks asked;
  private final ApprovalConfig config;

  @Inject
  MyTasks(CurrentCaller current, Tasks tasks, AskedTasks asked, ApprovalConfig config) {
    this.current = current;
    this.tasks = tasks;
    this.asked = asked;
    this.config = config;
  }

  @GET
  @RunOnVirtualThread
  public Response list() {
    List<TaskView> open =
        switch (current.require()) {
          case PersonCaller person -> tasks.openFor(person.actor(), config.inboxSize());
          case AgentCaller agent -> tasks.openOfAgent(agent.address(), config.inboxSize());
        };
    ObjectNode body = ContractJson.MAPPER.createObjectNode().put("ok", true);
    ArrayNode all = body.putArray("tasks");
    open.forEach(task -> all.add(json(task)));
    return Requests.ok(body);
  }

  /** By the id of the task, or by that of its intent: then the open one, else the last. */
  @GET
  @Path("/{id}")
  @RunOnVirtualThread
  public Response one(@PathParam("id") String id) {
    AskedTasks.Found found = asked.show(id, current.require());
    ObjectNode body = ContractJson.MAPPER.createObjectNode().put("ok", true);
    body.set("task", whole(found.task(), found.intent()));
    return Requests.ok(body);
  }

  private static ObjectNode whole(TaskView task, IntentView intent) {
    ObjectNode json = json(task);
    json.put("task_status", task.status().word());
    json.put("status", intent.progress().status().name());
    if (intent.progress().pendingWith() != null) {
      json.set("pending_with", intent.progress().pendingWith().json());
    }
    Subject subject = intent.subject();
    json.put("to_agent", subject.to());
    if (subject.title() != null) {
      json.put("title", subject.title());
    }
    json.set("payload", subject.payload());
    // Over what is shown here, so that a decision that names it is about nothing else.
    json.put("payload_digest", CanonicalJson.digest(subject.payload()));
    if (task.closing() != null) {
      json.set("closed", closed(task.closing()));
    }
    return json;
  }

  private static ObjectNode closed(Closing closing) {
    ObjectNode json = ContractJson.MAPPER.createObjectNode();
    json.put("at", closing.at().toString());
    if (closing.outcome() != null) {
      json.put("outcome", closing.outcome());
    }
    if (closing.by() != null) {
      json.set("by", ContractJson.MAPPER.valueToTree(closing.by()));
    }
    if (closing.comment() != null) {
      json.put("comment", closing.comment());
    }
    return json;
  }

  private static ObjectNode json(TaskView task) {
    ObjectNode json =
        ContractJson.MAPPER
            .createObjectNode()
            .put("intent_id", task.intent().toString())
            .put("task_id", task.id().toString())
            .put("intent_type", task.intentType())
            .put("status", "WAITING")
            .put("from_agent", task.from())
            .put("assigned_at", task.question().openedAt().toString())
            .put("level", task.level())
            .put("reminders", task.reminders());
    if (task.dueAt() != null) {
      json.put("due_at", task.dueAt().toString());
    }
    json.set("human_task", AxpHumanTask.render(task.question().spec(), task.assignees()));
    return json;
  }
}
