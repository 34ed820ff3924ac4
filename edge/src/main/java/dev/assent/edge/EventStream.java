package dev.assent.edge;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer of server-sent events, written by the request's own thread: it must be one that may
 * block. Nobody else may write, because two writers race for the head of the answer.
 */
public final class EventStream {

  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

  /** What runs while the answer is open. */
  public interface Body {
    void run(EventStream stream) throws IOException, InterruptedException;
  }

  private final OutputStream out;
  private final BooleanSupplier gone;

  public EventStream(OutputStream out, BooleanSupplier gone) {
    this.out = out;
    this.gone = gone;
  }

  /**
   * The answer that streams.
   *
   * @param gone whether nobody listens any more, or this process stops
   */
  public static Response answer(Body body, BooleanSupplier gone) {
    StreamingOutput output = out -> write(body, new EventStream(out, gone));
    return Response.ok(output)
        .type("text/event-stream")
        .header("Cache-Control", "no-store")
        .header("X-Accel-Buffering", "no")
        .build();
  }

  /** The head of the answer is out: what fails from here can only end it. */
  private static void write(Body body, EventStream stream) {
    try {
      body.run(stream);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.debug("a listener left", e);
    } catch (RuntimeException e) {
      LOG.warn("a stream ended early", e);
    }
  }

  /** Sends what no client takes for an event, so that nobody in between thinks the line dead. */
  public void heartbeat() throws IOException {
    send(": still here\n\n");
  }

  /**
   * Sends one frame at once.
   *
   * @param frame whole lines and an empty one after them, ASCII
   * @throws IOException if nobody listens any more
   */
  public void send(String frame) throws IOException {
    if (isGone()) {
      throw new IOException("nobody listens any more");
    }
    out.write(frame.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  public boolean isGone() {
    return gone.getAsBoolean();
  }
}
