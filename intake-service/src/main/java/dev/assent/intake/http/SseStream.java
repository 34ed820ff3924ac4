package dev.assent.intake.http;

import dev.assent.edge.EventStream;
import dev.assent.intake.query.Sink;
import java.io.IOException;

/**
 * Writes server-sent events byte by byte as every known client can read them: id, event and data
 * with a space after the colon, data on one line, an empty line after each, also after the last.
 */
record SseStream(EventStream stream) implements Sink {

  @Override
  public void event(long seq, String name, String data) throws IOException {
    stream.send("id: " + seq + "\nevent: " + name + "\ndata: " + data + "\n\n");
  }

  @Override
  public void timeout(long next) throws IOException {
    stream.send("event: stream.timeout\ndata: {\"ok\":true,\"next_seq\":" + next + "}\n\n");
  }

  @Override
  public void heartbeat() throws IOException {
    stream.heartbeat();
  }

  @Override
  public boolean isGone() {
    return stream.isGone();
  }
}
