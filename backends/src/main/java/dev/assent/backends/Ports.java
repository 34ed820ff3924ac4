package dev.assent.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ports of 127.0.0.1: nothing in this package listens anywhere else. */
final class Ports {
  /**
   * A free port stays free until its server binds it: without this, two servers may be given it.
   */
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /** The wanted port when it is free, any free one for 0. */
  static int claim(String server, int wanted) {
    if (wanted == 0) {
      return free();
    }
    try (ServerSocket probe = bind(wanted)) {
      GIVEN.add(probe.getLocalPort());
      return wanted;
    } catch (IOException e) {
      throw new BackendsException(
          ("Port %d, wanted for %s, is taken by another program. Stop that program or choose another"
                  + " port.")
              .formatted(wanted, server),
          e);
    }
  }

  /** A free one that nobody else in this process was given. */
  static int free() {
    while (true) {
      try (ServerSocket probe = bind(0)) {
        if (GIVEN.add(probe.getLocalPort())) {
          return probe.getLocalPort();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static ServerSocket bind(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    return socket;
  }
}
