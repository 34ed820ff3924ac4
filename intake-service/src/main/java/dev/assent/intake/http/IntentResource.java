package dev.assent.intake.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.access.AgentCaller;
import dev.assent.access.PersonCaller;
import dev.assent.contract.axp.AxpSeq;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.json.ContractJson;
import dev.assent.edge.CurrentCaller;
import dev.assent.intake.domain.SubmissionParser.Form;
import dev.assent.intake.query.EventFeed;
import dev.assent.intake.query.Freshness;
import dev.assent.intake.query.History;
import dev.assent.intake.query.IntentDocument;
import dev.assent.intake.query.IntentReads;
import dev.assent.intake.query.IntentView;
import dev.assent.intake.query.Window;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Intents: handing them in, reading them, following them. */
@OfIntake
@Path("/v1/intents")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class IntentResource {

  private static final int LISTED = 50;
  private static final int MOST_LISTED = 500;

  private final CurrentCaller current;
  private final Submissions submissions;
  private final Admission admission;
  private final IntentReads reads;
  private final Freshness view;
  private final EventFeed events;
  private final Streams streams;

  @Inject
  IntentResource(
      CurrentCaller current,
      Submissions submissions,
      Admission admission,
      IntentReads reads,
      Freshness view,
      EventFeed events,
      Streams streams) {
    this.current = current;
    this.submissions = submissions;
    this.admission = admission;
    this.reads = reads;
    this.view = view;
    this.events = events;
    this.streams = streams;
  }

  @POST
  public CompletionStage<ObjectNode> submit(byte @Nullable [] body, @Context HttpHeaders headers) {
    return submissions.submit(
        body, Form.INTENT, "/v1/intents", headers, (answer, repeated) -> answer);
  }

  @GET
  @RunOnVirtualThread
  public ObjectNode list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("status") @Nullable String status) {
    String party =
        switch (current.require()) {
          case AgentCaller agent -> agent.address();
          case PersonCaller _ -> null;
        };
    long most = Math.clamp(Params.number("limit", limit, LISTED), 1, MOST_LISTED);
    var statuses = Params.statuses(status);
    view.awaitAll(Admission.PATIENCE);
    ObjectNode answer = ContractJson.MAPPER.createObjectNode().put("ok", true);
    ArrayNode intents = answer.putArray("intents");
    reads
        .list(party, statuses, (int) most)
        .forEach(each -> intents.add(IntentDocument.summary(each)));
    return answer;
  }

  @GET
  @RunOnVirtualThread
  @Path("/{id}")
  public ObjectNode get(@PathParam("id") String id) {
    IntentId intent = admission.admit(id);
    IntentView found = reads.find(intent).orElseThrow(() -> Params.notFound(id));
    ObjectNode document = IntentDocument.render(found);
    ObjectNode answer = ContractJson.MAPPER.createObjectNode().put("ok", true);
    answer.set("intent", document);
    // Some published examples look for these beside the intent.
    for (String mirrored : List.of("status", "lifecycle_status", "payload", "result")) {
      if (document.has(mirrored)) {
        answer.set(mirrored, document.get(mirrored));
      }
    }
    return answer;
  }

  @GET
  @RunOnVirtualThread
  @Path("/{id}/events")
  public ObjectNode events(@PathParam("id") String id, @QueryParam("since") @Nullable String since)
      throws InterruptedException {
    IntentId intent = admission.admit(id);
    long seen = AxpSeq.lastSeen(Params.number("since", since, 0));
    List<RecordedEvent> recorded = events.read(intent);
    if (recorded.isEmpty()) {
      throw Params.notFound(id);
    }
    ObjectNode answer = ContractJson.MAPPER.createObjectNode().put("ok", true);
    answer.putArray("events").addAll(new History().tellAfter(seen, recorded));
    return answer;
  }

  @GET
  @RunOnVirtualThread
  @Path("/{id}/events/stream")
  @Produces(MediaType.WILDCARD)
  public Response stream(
      @PathParam("id") String id,
      @QueryParam("since") @Nullable String since,
      @QueryParam("wait_seconds") @Nullable String waitSeconds,
      @HeaderParam("X-Axme-Client") @Nullable String client,
      @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
      @Context RoutingContext request) {
    IntentId intent = admission.admit(id);
    if (reads.find(intent).isEmpty()) {
      throw Params.notFound(id);
    }
    Window window = streams.window(waitSeconds, client);
    long from = Params.number("since", since == null ? lastEventId : since, 0);
    return streams.open(request, sink -> events.run(intent, from, window, sink));
  }
}
