package dev.assent.cli.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real sockets. */
class PortProbeIT {
  @Test
  void shouldSayWhoHasThePortAndWhichOptionHelps() throws IOException {
    // given
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();

      // when // then
      assertThatThrownBy(() -> PortProbe.requireFree(Map.of("--http-port", port)))
          .hasMessageMatching(
              "Port %d, wanted for the page and the API, is taken by (process %d .*|another program)\\. Stop that program, or choose another port: --http-port \\d+"
                  .formatted(port, ProcessHandle.current().pid()));
    }
  }
}
