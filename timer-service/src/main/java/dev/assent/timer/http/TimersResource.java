package dev.assent.timer.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.json.ContractJson;
import dev.assent.edge.CurrentCaller;
import dev.assent.edge.Problem;
import dev.assent.edge.ProblemException;
import dev.assent.timer.config.Clockwork;
import dev.assent.timer.config.TimerService;
import dev.assent.timer.due.Lateness;
import dev.assent.timer.due.TimerStore.Figures;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the clock is doing, for people who are signed in. */
@Path("/v1/ops/timers")
public class TimersResource {

  private final TimerService service;
  private final CurrentCaller caller;

  @Inject
  TimersResource(TimerService service, CurrentCaller caller) {
    this.service = service;
    this.caller = caller;
  }

  /**
   * What is answered.
   *
   * @param armed timers of all partitions that wait
   * @param overdue of these, due already
   * @param lateness of the last ten minutes, of this instance
   */
  record Answer(
      boolean ok, long armed, long overdue, @Nullable Instant nextDue, Lateness.Summary lateness) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  public JsonNode timers() {
    caller.requirePerson();
    Clockwork clockwork = service.clockwork().orElseThrow(TimersResource::elsewhere);
    Figures figures = clockwork.figures();
    return ContractJson.tree(
        new Answer(
            true, figures.armed(), figures.overdue(), figures.nextDue(), clockwork.lateness()));
  }

  private static ProblemException elsewhere() {
    return new ProblemException(
        Problem.of(
            404,
            "service_not_here",
            "Expected the timer service, but this process does not run it. Ask one that does."));
  }
}
