package dev.assent.intake.http;

import dev.assent.intake.query.Sink;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes server-sent events byte by byte as every known client can read them: id, event and data
 * with a space after the colon, data on one line, an empty line after each, also after the last.
 */
final class SseStream implements Sink {

  private static final Logger LOG = LoggerFactory.getLogger(SseStream.class);

  /** What runs while the answer is open. */
  interface Body {
    void run(Sink sink) throws IOException, InterruptedException;
  }

  private final OutputStream out;
  private final BooleanSupplier gone;

  SseStream(OutputStream out, BooleanSupplier gone) {
    this.out = out;
    this.gone = gone;
  }

  /**
   * The answer that streams.
   *
   * @param gone whether nobody listens any more
   */
  static Response answer(Body body, BooleanSupplier gone) {
    StreamingOutput output = out -> write(body, new SseStream(out, gone));
    return Response.ok(output)
        .type("text/event-stream")
        .header("Cache-Control", "no-store")
        .header("X-Accel-Buffering", "no")
        .build();
  }

  /** The head of the answer is out: what fails from here can only end it. */
  private static void write(Body body, SseStream stream)
      throws IOException, WebApplicationException {
    try {
      // Sends the head at once; some clients report nothing before they have it.
      stream.heartbeat();
      body.run(stream);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.debug("a listener left", e);
    } catch (RuntimeException e) {
      LOG.warn("a stream ended early", e);
    }
  }

  @Override
  public void event(long seq, String name, String data) throws IOException {
    send("id: " + seq + "\nevent: " + name + "\ndata: " + data + "\n\n");
  }

  @Override
  public void timeout(long next) throws IOException {
    send("event: stream.timeout\ndata: {\"ok\":true,\"next_seq\":" + next + "}\n\n");
  }

  @Override
  public void heartbeat() throws IOException {
    send(": still here\n\n");
  }

  @Override
  public boolean isGone() {
    return gone.getAsBoolean();
  }

  private void send(String frame) throws IOException {
    if (isGone()) {
      throw new IOException("nobody listens any more");
    }
    out.write(frame.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
