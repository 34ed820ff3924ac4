package dev.assent.notifier.channel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server that answers every recipient with the same refusal. */
final class RefusingServer implements AutoCloseable {

  private final ServerSocket socket;
  private final int code;

  RefusingServer(int code) throws IOException {
    this.code = code;
    socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void serve() {
    try (Socket client = socket.accept()) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
      OutputStream out = client.getOutputStream();
      answer(out, "220 ready");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String word = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
        answer(
            out,
            word.equals("RCPT")
                ? code + " not ada@example.org"
                : word.equals("QUIT") ? "221" : "250 ok");
      }
    } catch (IOException e) {
      // The client went away, or the test has ended.
    }
  }

  private static void answer(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
