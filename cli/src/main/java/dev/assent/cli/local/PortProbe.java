package dev.assent.cli.local;

import dev.assent.cli.CliException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Whether ports of 127.0.0.1 can be had. */
final class PortProbe {
  private static final Map<String, String> PURPOSE =
      Map.of(
          "--http-port", "the page and the API",
          "--kafka-port", "Kafka",
          "--postgres-port", "PostgreSQL",
          "--smtp-port", "the mail catcher");

  private PortProbe() {}

  static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Checks the ports, each under the option that sets it.
   *
   * @throws CliException naming the first that is taken, by whom, and what to do
   */
  static void requireFree(Map<String, Integer> ports) {
    ports.forEach(
        (option, port) -> {
          if (!isFree(port)) {
            throw CliException.failed(taken(option, port));
          }
        });
  }

  private static String taken(String option, int port) {
    return "Port %d, wanted for %s, is taken%s. Stop that program, or choose another port: %s %d"
        .formatted(
            port,
            PURPOSE.get(option),
            PortOwner.of(port).map(owner -> " by " + owner).orElse(" by another program"),
            option,
            nextFree(port));
  }

  static int nextFree(int port) {
    int next = port;
    do {
      next = next >= 65_535 ? 1024 : next + 1;
    } while (!isFree(next));
    return next;
  }
}
