package dev.assent.approval.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.access.Caller;
import dev.assent.approval.command.Resolve;
import dev.assent.approval.command.Resume;
import dev.assent.approval.config.OfApproval;
import dev.assent.approval.http.Wishes.Granted;
import dev.assent.approval.http.Wishes.Wish;
import dev.assent.approval.query.IntentView;
import dev.assent.approval.query.Lookup;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.signal.Signal;
import dev.assent.edge.CurrentCaller;
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
import org.jspecify.annotations.Nullable;

/** What agents and people do to an intent: resume, resolve, cancel. */
@OfApproval
@Path("/v1/intents")
public class IntentActions {

  private final CurrentCaller current;
  private final Lookup lookup;
  private final Wishes wishes;

  @Inject
  IntentActions(CurrentCaller current, Lookup lookup, Wishes wishes) {
    this.current = current;
    this.lookup = lookup;
    this.wishes = wishes;
  }

  /** An agent's result, a step's approval, a person's outcome: four styles of one call. */
  @POST
  @Path("/{id}/resume")
  @Consumes(MediaType.WILDCARD)
  @RunOnVirtualThread
  public Response resume(
      @PathParam("id") String id, byte @Nullable [] bytes, @Context HttpHeaders headers) {
    Caller caller = current.require();
    IntentId intent = Requests.intent(id);
    ObjectNode body = Requests.body(bytes);
    if (Requests.isStale(body)) {
      return Requests.stale();
    }
    IntentView known = lookup.intent(intent);
    Resume.Asked open = Resume.mayBeAnAnswer(body) ? wishes.open(intent) : null;
    Signal signal = Resume.signal(body, caller.actor(), Requests.channel(caller, headers), open);
    return applied(new Wish(caller, intent, "resume", body, signal, known), headers);
  }

  /** Ends an intent from outside its plan. */
  @POST
  @Path("/{id}/resolve")
  @Consumes(MediaType.WILDCARD)
  @RunOnVirtualThread
  public Response resolve(
      @PathParam("id") String id, byte @Nullable [] bytes, @Context HttpHeaders headers) {
    Caller caller = current.require();
    IntentId intent = Requests.intent(id);
    ObjectNode body = Requests.body(bytes);
    if (Requests.isStale(body)) {
      return Requests.stale();
    }
    Signal signal = Resolve.signal(body, caller.actor());
    Wish wish = new Wish(caller, intent, "resolve", body, signal, lookup.intent(intent));
    return applied(wish, headers);
  }

  /** Resolves as canceled. */
  @POST
  @Path("/{id}/cancel")
  @Consumes(MediaType.WILDCARD)
  @RunOnVirtualThread
  public Response cancel(
      @PathParam("id") String id, byte @Nullable [] bytes, @Context HttpHeaders headers) {
    Caller caller = current.require();
    IntentId intent = Requests.intent(id);
    ObjectNode body = Requests.body(bytes);
    Signal signal = Resolve.cancel(body, caller.actor());
    Wish wish = new Wish(caller, intent, "cancel", body, signal, lookup.intent(intent));
    return applied(wish, headers);
  }

  private Response applied(Wish wish, HttpHeaders headers) {
    Granted granted = wishes.carryOut(wish, headers);
    return Requests.ok(
        AppliedJson.of(wish.intent(), wishes.around(wish, granted), granted.events()));
  }
}
