package dev.assent.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection, as thin as it can be: the driver shares its two cores with
 * what it measures.
 */
final class HttpConnection implements AutoCloseable {

  private final URI url;
  private final String token;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  /** A status and a body. */
  record Answer(int status, String body) {

    /** The text value of a JSON field, found by its name alone. */
    String field(String name) {
      int at = body.indexOf("\"" + name + "\":\"");
      if (at < 0) {
        throw new IllegalStateException("no " + name + " in HTTP " + status + " " + body);
      }
      int start = at + name.length() + 4;
      return body.substring(start, body.indexOf('"', start));
    }
  }

  HttpConnection(URI url, String token) throws IOException {
    this.url = url;
    this.token = token;
    this.socket = new Socket(url.getHost(), url.getPort());
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream(), 16_384);
    this.out = socket.getOutputStream();
  }

  Answer post(String path, byte[] body) throws IOException {
    String length = "\r\nContent-Type: application/json\r\nContent-Length: " + body.length;
    byte[] headBytes = head("POST " + path, length);
    byte[] request = new byte[headBytes.length + body.length];
    System.arraycopy(headBytes, 0, request, 0, headBytes.length);
    System.arraycopy(body, 0, request, headBytes.length, body.length);
    out.write(request);
    return read();
  }

  /** Opens a stream, and reads it until the server ends it. */
  void listen(String path, Runnable opened) throws IOException {
    out.write(head("GET " + path, "\r\nAccept: text/event-stream"));
    String status = line();
    if (!status.contains(" 200 ")) {
      throw new IOException("Expected a stream, but came " + status);
    }
    opened.run();
    in.transferTo(OutputStream.nullOutputStream());
  }

  private byte[] head(String request, String more) {
    String host = " HTTP/1.1\r\nHost: " + url.getHost() + ":" + url.getPort();
    String caller = token.isEmpty() ? "" : "\r\nAuthorization: Bearer " + token;
    return (request + host + caller + more + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  private Answer read() throws IOException {
    int status = Integer.parseInt(line().split(" ")[1]);
    int length = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      }
    }
    return new Answer(status, new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
