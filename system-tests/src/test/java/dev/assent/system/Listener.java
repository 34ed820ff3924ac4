package dev.assent.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Somebody who listens to a stream while other things happen, and keeps what was said. */
final class Listener implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Stream<String> body;

  private Listener(Api caller, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(caller.url().resolve(path))
            .header("Authorization", "Bearer " + caller.token())
            .build();
    try {
      body = client.send(request, HttpResponse.BodyHandlers.ofLines()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  /** Listens from now on. */
  static Listener to(Api caller, String path) {
    return new Listener(caller, path);
  }

  private void listen() {
    try {
      body.forEach(lines::add);
    } catch (UncheckedIOException e) {
      lines.add("cut off: " + e.getMessage());
    }
  }

  /** Whether a line with both of these came. */
  boolean heard(String one, String other) {
    return lines.stream().anyMatch(line -> line.contains(one) && line.contains(other));
  }

  /** The names of the events so far. */
  List<String> events() {
    return fields("event: ").toList();
  }

  /** The numbers of the events so far. */
  List<Long> ids() {
    return fields("id: ").map(Long::valueOf).toList();
  }

  private Stream<String> fields(String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()));
  }

  @Override
  public void close() {
    body.close();
    client.shutdownNow();
  }
}
