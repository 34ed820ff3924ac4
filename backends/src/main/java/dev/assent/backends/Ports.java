package dev.assent.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of 127.0.0.1: nothing in this package listens anywhere else. */
final class Ports {
  private Ports() {}

  /** The wanted port when it is free, any free one for 0. */
  static int claim(String server, int wanted) {
    try (ServerSocket probe = bind(wanted)) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new BackendsException(
          ("Port %d, wanted for %s, is taken by another program. Stop that program or choose another"
                  + " port.")
              .formatted(wanted, server),
          e);
    }
  }

  static int free() {
    try (ServerSocket probe = bind(0)) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServerSocket bind(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    return socket;
  }
}
