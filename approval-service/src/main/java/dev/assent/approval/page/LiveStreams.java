package dev.assent.approval.page;

import dev.assent.approval.config.ApprovalConfig;
import dev.assent.approval.query.Freshness;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.Actor;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.tail.Tail;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Server-sent events that say "look again"; they carry no content, so nothing can leak. */
@Singleton
public class LiveStreams {

  private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);

  private final Tail tail;
  private final Freshness view;
  private final ApprovalConfig config;
  private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();

  @Inject
  LiveStreams(Tail tail, Freshness view, ApprovalConfig config) {
    this.tail = tail;
    this.view = view;
    this.config = config;
  }

  /** Follows what may change this person's inbox; returns at once. */
  void inbox(Actor person, SseEventSink sink, Sse sse) {
    start(
        sink,
        sse,
        listener ->
            tail.followAll(
                fact -> {
                  if (InboxRelevance.concerns(fact, person)) {
                    listener.accept(fact);
                  }
                }));
  }

  /** Follows one intent; returns at once. */
  void intent(IntentId intent, SseEventSink sink, Sse sse) {
    start(sink, sse, listener -> tail.follow(intent.toString(), listener));
  }

  private interface Source {
    AutoCloseable follow(Consumer<LogRecord> listener);
  }

  private void start(SseEventSink sink, Sse sse, Source source) {
    LiveStream stream = new LiveStream(view, new SseOutlet(sink, sse));
    open.add(stream);
    Thread.ofVirtual().name("assent-live").start(() -> serve(stream, sink, source));
  }

  private void serve(LiveStream stream, SseEventSink sink, Source source) {
    AutoCloseable following = source.follow(stream::saw);
    try {
      stream.run(config.liveFor(), LiveStream.HEARTBEAT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(stream);
      end(following);
      sink.close();
    }
  }

  private static void end(AutoCloseable following) {
    try {
      following.close();
    } catch (Exception e) {
      LOG.warn("a listener of the log could not be taken off", e);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    open.forEach(LiveStream::stop);
  }
}
