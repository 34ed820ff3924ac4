package dev.assent.approval.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.access.AgentCaller;
import dev.assent.access.PersonCaller;
import dev.assent.approval.config.ApprovalConfig;
import dev.assent.approval.config.OfApproval;
import dev.assent.approval.query.TaskView;
import dev.assent.approval.query.Tasks;
import dev.assent.contract.axp.AxpHumanTask;
import dev.assent.contract.json.ContractJson;
import dev.assent.edge.CurrentCaller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * The open tasks of whoever calls: a person's own and their groups'; for an agent's key those of
 * the intents that it has a part in.
 */
@OfApproval
@Path("/v1/me/tasks")
public class MyTasks {

  private final CurrentCaller current;
  private final Tasks tasks;
  private final ApprovalConfig config;

  @Inject
  MyTasks(CurrentCaller current, Tasks tasks, ApprovalConfig config) {
    this.current = current;
    this.tasks = tasks;
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

  static ObjectNode json(TaskView task) {
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
