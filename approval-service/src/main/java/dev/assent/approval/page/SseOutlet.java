package dev.assent.approval.page;

import dev.assent.edge.EventStream;
import java.io.IOException;

/** A browser that listens. */
record SseOutlet(EventStream stream) implements LiveStream.Outlet {

  private static final String CHANGED = "event: changed\ndata: 1\n\n";

  private interface Frame {
    void send() throws IOException;
  }

  @Override
  public boolean changed() {
    return isSent(() -> stream.send(CHANGED));
  }

  @Override
  public boolean heartbeat() {
    return isSent(stream::heartbeat);
  }

  private static boolean isSent(Frame frame) {
    try {
      frame.send();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
