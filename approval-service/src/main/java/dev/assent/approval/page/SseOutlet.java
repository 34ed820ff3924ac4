package dev.assent.approval.page;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletionException;

/** A browser that listens. */
record SseOutlet(SseEventSink sink, Sse sse) implements LiveStream.Outlet {

  @Override
  public boolean changed() {
    return send(sse.newEventBuilder().name("changed").data("1").build());
  }

  @Override
  public boolean heartbeat() {
    return send(sse.newEventBuilder().comment("still here").build());
  }

  private boolean send(OutboundSseEvent event) {
    if (sink.isClosed()) {
      return false;
    }
    try {
      sink.send(event).toCompletableFuture().join();
      return true;
    } catch (CompletionException | IllegalStateException e) {
      return false;
    }
  }
}
