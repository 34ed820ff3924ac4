package dev.assent.approval.page;

import dev.assent.approval.config.ApprovalConfig;
import dev.assent.approval.query.Freshness;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.Actor;
import dev.assent.edge.EventStream;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.tail.Tail;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Server-sent events that say "look again"; they carry no content, so nothing can leak. */
@Singleton
public class LiveStreams {

  private final Tail tail;
  private final Freshness view;
  private final ApprovalConfig config;
  private final InboxWatch inboxes = new InboxWatch();
  private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  @Inject
  LiveStreams(Tail tail, Freshness view, ApprovalConfig config) {
    this.tail = tail;
    this.view = view;
    this.config = config;
    tail.followAll(inboxes::saw);
  }

  /** An answer that follows what may change this person's inbox. */
  Response inbox(Actor person, RoutingContext request) {
    return follow(request, listener -> inboxes.follow(person, listener));
  }

  /** An answer that follows one intent. */
  Response intent(IntentId intent, RoutingContext request) {
    return follow(request, listener -> tail.follow(intent.toString(), listener));
  }

  private interface Source {
    Tail.Subscription follow(Consumer<LogRecord> listener);
  }

  private Response follow(RoutingContext request, Source source) {
    HttpServerResponse response = request.response();
    return EventStream.answer(
        out -> serve(new LiveStream(view, new SseOutlet(out)), source),
        () -> response.closed() || response.ended());
  }

  private void serve(LiveStream stream, Source source) throws InterruptedException {
    try (Tail.Subscription _ = source.follow(stream::saw)) {
      open.add(stream);
      if (stopping) {
        // A browser that was cut off comes again while the process still answers.
        stream.stop();
      }
      stream.run(config.liveFor(), LiveStream.HEARTBEAT);
    } finally {
      open.remove(stream);
    }
  }

  /** Before the process waits for the answers that are under way. */
  void stop(@Observes ShutdownDelayInitiatedEvent event) {
    stopping = true;
    open.forEach(LiveStream::stop);
  }
}
