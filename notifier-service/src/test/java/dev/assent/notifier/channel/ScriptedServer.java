package dev.assent.notifier.channel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server that says what a test wants, for what a good one never says. */
final class ScriptedServer implements AutoCloseable {

  static final String GREETING = "(greeting)";
  static final String END_OF_MAIL = ".";

  /** What to say to what. */
  interface Script {
    Optional<String> answer(String command);
  }

  private final ServerSocket socket;
  private final Script script;
  private final @Nullable SSLContext tls;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  /**
   * A server that says what the script has for the greeting, each command and the end of the mail;
   * once that is nothing, it says nothing more and stays.
   */
  ScriptedServer(Script script) throws IOException {
    this(script, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), null);
  }

  /** The same, for whoever asks for STARTTLS. */
  ScriptedServer(Script script, SSLContext tls) throws IOException {
    this(script, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), tls);
  }

  /** The same, on a socket that is there. */
  ScriptedServer(Script script, ServerSocket socket) {
    this(script, socket, null);
  }

  private ScriptedServer(Script script, ServerSocket socket, @Nullable SSLContext tls) {
    this.script = script;
    this.socket = socket;
    this.tls = tls;
    Thread.ofVirtual().start(this::accept);
  }

  /** What a server says that takes every mail. */
  static Optional<String> polite(String command) {
    return Optional.of(
        switch (verb(command)) {
          case GREETING -> "220 ready";
          case "EHLO" -> "250-mail\r\n250 8BITMIME";
          case "DATA" -> "354 go on";
          case "QUIT" -> "221 bye";
          default -> "250 ok";
        });
  }

  /** The same, with STARTTLS. */
  static Optional<String> offeringTls(String command) {
    return switch (verb(command)) {
      case "EHLO" -> Optional.of("250-mail\r\n250 STARTTLS");
      case "STARTTLS" -> Optional.of("220 go on");
      default -> polite(command);
    };
  }

  static String verb(String command) {
    return command.split(" ", 2)[0];
  }

  int port() {
    return socket.getLocalPort();
  }

  /** All commands, of all connections. */
  List<String> heard() {
    return heard;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException e) {
      // The test has ended.
    }
  }

  private void serve(Socket client) {
    try (client) {
      talk(client, script.answer(GREETING));
    } catch (IOException e) {
      // The client went away.
    }
  }

  private void talk(Socket client, Optional<String> first) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    Optional<String> next = first;
    if (next.isPresent()) {
      say(client, next.get());
    }
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (next.isEmpty()) {
        continue;
      }
      heard.add(line);
      next = script.answer(line);
      if (next.isEmpty()) {
        continue;
      }
      say(client, next.get());
      if (line.equals("STARTTLS") && next.get().startsWith("220")) {
        talk(secured(client), Optional.of(""));
        return;
      }
      if (next.get().startsWith("354")) {
        next = mailEnd(in);
        if (next.isPresent()) {
          say(client, next.get());
        }
      }
    }
  }

  private Optional<String> mailEnd(BufferedReader in) throws IOException {
    String line = in.readLine();
    while (line != null && !line.equals(END_OF_MAIL)) {
      line = in.readLine();
    }
    return script.answer(END_OF_MAIL);
  }

  private Socket secured(Socket client) throws IOException {
    SSLSocket secured =
        (SSLSocket)
            Objects.requireNonNull(tls)
                .getSocketFactory()
                .createSocket(client, null, client.getPort(), true);
    secured.setUseClientMode(false);
    return secured;
  }

  private static void say(Socket client, String line) throws IOException {
    if (!line.isEmpty()) {
      client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
      client.getOutputStream().flush();
    }
  }
}
