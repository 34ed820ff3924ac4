package dev.assent.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A mail server on 127.0.0.1 that keeps nothing, as thin as it can be: the least of SMTP that a
 * client without a login needs. It may answer as late as one that is far away.
 */
final class MailSink implements AutoCloseable {

  private static final int BACKLOG = 1_000;

  private final ServerSocket server;
  private final Duration distance;
  private final Consumer<String> taken;
  private final AtomicInteger connections = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Starts it.
   *
   * @param distance before each answer, the greeting included
   * @param taken gets the subject of each mail, on the thread of its connection
   */
  MailSink(int port, Duration distance, Consumer<String> taken) throws IOException {
    this.server = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
    this.distance = distance;
    this.taken = taken;
    threads.execute(this::accept);
  }

  /** How many were opened so far. */
  int connections() {
    return connections.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        connections.incrementAndGet();
        threads.execute(() -> talk(client));
      } catch (IOException e) {
        if (!server.isClosed()) {
          System.err.println("a mail client could not connect: " + e.getMessage());
        }
      }
    }
  }

  private void talk(Socket client) {
    try (client;
        var in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        var out = client.getOutputStream()) {
      client.setTcpNoDelay(true);
      answer(out, "220 sink");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String command = line.toUpperCase(Locale.ROOT);
        if (command.startsWith("DATA")) {
          answer(out, "354 go on");
          String subject = readMail(in);
          taken.accept(subject);
          answer(out, "250 taken");
        } else if (command.startsWith("QUIT")) {
          answer(out, "221 bye");
          return;
        } else {
          answer(out, "250 sink");
        }
      }
    } catch (IOException e) {
      System.err.println("a mail client went away: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String readMail(BufferedReader in) throws IOException {
    String subject = "";
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      if (line.startsWith("Subject:")) {
        subject = line;
      }
    }
    return subject;
  }

  private void answer(OutputStream out, String line) throws IOException, InterruptedException {
    Thread.sleep(distance);
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
