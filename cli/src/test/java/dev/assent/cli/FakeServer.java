package dev.assent.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A server that answers as it was told and remembers what it was asked. */
public final class FakeServer implements AutoCloseable {

  /** What came. */
  public record Request(
      String method, String path, Map<String, List<String>> headers, String body) {
    public String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().getFirst())
          .findFirst()
          .orElse("");
    }
  }

  private record Answer(int status, String type, String body) {}

  private final HttpServer server;
  private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  public FakeServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Answers in order; the last one again and again. */
  public FakeServer on(String methodAndPath, int status, String json) {
    return answer(methodAndPath, new Answer(status, "application/json", json));
  }

  /** Answers with a stream of events, then ends it. */
  public FakeServer onStream(String path, String frames) {
    return answer("GET " + path, new Answer(200, "text/event-stream", frames));
  }

  private FakeServer answer(String methodAndPath, Answer answer) {
    answers.computeIfAbsent(methodAndPath, key -> new ArrayDeque<>()).add(answer);
    return this;
  }

  public List<Request> requests(String methodAndPath) {
    return requests.stream()
        .filter(request -> (request.method() + " " + request.path()).startsWith(methodAndPath))
        .toList();
  }

  private synchronized Answer next(String methodAndPath) {
    Deque<Answer> left = answers.getOrDefault(methodAndPath, new ArrayDeque<>());
    if (left.isEmpty()) {
      return new Answer(
          404, "application/json", "{\"detail\":\"no answer for " + methodAndPath + "\"}");
    }
    return left.size() > 1 ? left.removeFirst() : left.getFirst();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().toString();
    requests.add(
        new Request(
            exchange.getRequestMethod(), path, Map.copyOf(exchange.getRequestHeaders()), body));
    int query = path.indexOf('?');
    String bare = query < 0 ? path : path.substring(0, query);
    Answer answer = next(exchange.getRequestMethod() + " " + bare);
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
