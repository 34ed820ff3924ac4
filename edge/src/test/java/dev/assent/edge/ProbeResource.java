package dev.assent.edge;

import dev.assent.contract.outcome.RefusalCode;
import dev.assent.eventlog.ask.AnswerTimeoutException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;

/** An API as a service would have it. */
@Path("/v1/probe")
public class ProbeResource {

  /** What the API takes. */
  public record Body(int count) {}

  @Inject CurrentCaller caller;
  @Inject ProbeConfig config;

  @GET
  @Path("/me")
  public String me() {
    return who();
  }

  @GET
  @Path("/stream")
  @Produces(MediaType.WILDCARD)
  @RunOnVirtualThread
  public Response stream(@Context RoutingContext request) {
    CountDownLatch left = new CountDownLatch(1);
    request.addEndHandler(done -> left.countDown());
    return EventStream.answer(
        stream -> {
          stream.heartbeat();
          left.await();
        },
        () -> false);
  }

  @GET
  @Path("/virtual")
  @RunOnVirtualThread
  public String virtual() {
    return who() + (Thread.currentThread().isVirtual() ? " virtual" : " platform");
  }

  @GET
  @Path("/stage")
  public CompletionStage<String> stage() {
    String me = who();
    Executor elsewhere = task -> Thread.ofPlatform().start(task);
    return CompletableFuture.supplyAsync(() -> me, elsewhere);
  }

  @GET
  @Open
  @Path("/open")
  public String open() {
    return caller.get().map(known -> known.actor().id()).orElse("nobody") + " " + config.greeting();
  }

  @GET
  @Path("/agents-only")
  public String agentsOnly() {
    return caller.requireAgent().address();
  }

  @POST
  @Path("/json")
  public Body json(Body body) {
    return body;
  }

  @GET
  @Path("/late")
  public CompletionStage<String> late() {
    return CompletableFuture.<String>failedFuture(
            new AnswerTimeoutException("late", new Exception("late")))
        .thenApply(text -> text + "!");
  }

  @GET
  @Path("/refused")
  public CompletionStage<String> refused() {
    return CompletableFuture.<String>failedFuture(
            new RefusedException(RefusalCode.ALREADY_ENDED, "Expected an open intent."))
        .thenApply(text -> text + "!");
  }

  @GET
  @Path("/bug")
  public String bug() {
    throw new IllegalStateException("hunter2");
  }

  private String who() {
    return caller.require().actor().id();
  }
}
