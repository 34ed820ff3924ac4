package dev.assent.intake.http;

import dev.assent.access.AgentCaller;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.edge.CurrentCaller;
import dev.assent.edge.RefusedException;
import dev.assent.intake.domain.Say;
import dev.assent.intake.query.DeliveryFeed;
import dev.assent.intake.query.Window;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What an agent has to do, as a stream. */
@OfIntake
@Path("/v1/agents")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
public class AgentResource {

  private final CurrentCaller current;
  private final DeliveryFeed deliveries;
  private final Streams streams;

  @Inject
  AgentResource(CurrentCaller current, DeliveryFeed deliveries, Streams streams) {
    this.current = current;
    this.deliveries = deliveries;
    this.streams = streams;
  }

  /** The address has one to three parts, with its scheme or without. */
  @GET
  @Path("/{address: .+}/intents/stream")
  @Produces(MediaType.WILDCARD)
  public Response stream(
      @PathParam("address") String address,
      @QueryParam("since") @Nullable String since,
      @QueryParam("wait_seconds") @Nullable String waitSeconds,
      @HeaderParam("X-Axme-Client") @Nullable String client,
      @Context RoutingContext request) {
    AgentCaller agent = current.requireAgent();
    if (!AgentPath.names(address, agent.address())) {
      throw new RefusedException(
          RefusalCode.NOT_THE_AGENT,
          "Expected the key of "
              + Say.quote(address)
              + ", but this one belongs to "
              + agent.address()
              + "; an agent's work goes to its own key only");
    }
    long from = Params.number("since", since, 0);
    Window window = streams.window(waitSeconds, client);
    return streams.open(request, sink -> deliveries.run(agent.address(), from, window, sink));
  }
}
