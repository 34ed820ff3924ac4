package dev.assent.approval.page;

import dev.assent.access.PersonCaller;
import dev.assent.approval.config.OfApproval;
import dev.assent.approval.page.TaskPages.Content;
import dev.assent.approval.page.TaskPages.Flash;
import dev.assent.approval.page.TaskPages.Visit;
import dev.assent.edge.Csrf;
import dev.assent.edge.CurrentCaller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page of a task. Looking changes nothing, however often and by whomever. */
@OfApproval
@Path("/tasks")
public class TaskResource {

  private final CurrentCaller current;
  private final Csrf csrf;
  private final Visits visits;
  private final WebDecisions decisions;
  private final LiveStreams live;

  @Inject
  TaskResource(
      CurrentCaller current, Csrf csrf, Visits visits, WebDecisions decisions, LiveStreams live) {
    this.current = current;
    this.csrf = csrf;
    this.visits = visits;
    this.decisions = decisions;
    this.live = live;
  }

  @GET
  @Path("/{intent}")
  @Produces(MediaType.TEXT_HTML)
  @RunOnVirtualThread
  public Response show(
      @PathParam("intent") String intent,
      @QueryParam("task") @Nullable String task,
      @QueryParam("said") @Nullable String said) {
    PersonCaller caller = current.requirePerson();
    return switch (visits.find(caller, intent, task)) {
      case Visits.Found.Nothing(Response answer) -> answer;
      case Visits.Found.Task(Content content) ->
          visits.page(
              200,
              caller,
              content,
              new Visit(caller.actor(), flash(said), Map.of(), null, UUID.randomUUID().toString()));
    };
  }

  /** Asks once more, unless that was done; then decides. */
  @POST
  @Path("/{intent}/decision")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RunOnVirtualThread
  public Response decide(@PathParam("intent") String intent, MultivaluedMap<String, String> form) {
    PersonCaller caller = current.requirePerson();
    csrf.verify(form);
    Map<String, String> entered = new HashMap<>();
    form.forEach((name, values) -> entered.put(name, values.getFirst()));
    return switch (visits.find(caller, intent, entered.get("task"))) {
      case Visits.Found.Nothing(Response answer) -> answer;
      case Visits.Found.Task(Content content) -> decisions.answer(caller, content, entered);
    };
  }

  /** Says whenever something happened to the intent. */
  @GET
  @Path("/{intent}/live")
  @Produces(MediaType.WILDCARD)
  @RunOnVirtualThread
  public Response live(@PathParam("intent") String intent, @Context RoutingContext request) {
    return switch (visits.find(current.requirePerson(), intent, null)) {
      case Visits.Found.Nothing(Response answer) -> answer;
      case Visits.Found.Task(Content content) -> live.intent(content.task().intent(), request);
    };
  }

  private static Flash flash(@Nullable String said) {
    return switch (said == null ? "" : said) {
      case "decided" -> Flash.DECIDED;
      case "late" -> Flash.TOO_LATE;
      default -> Flash.NOTHING;
    };
  }
}
