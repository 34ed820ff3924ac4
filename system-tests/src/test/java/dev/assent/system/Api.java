package dev.assent.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The HTTP API as a client without any library of ours sees it. */
record Api(URI url, String token) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /** A status and a JSON body. */
  record Answer(int status, JsonNode body) {

    String intentId() {
      return body.path("intent_id").asText();
    }
  }

  /** The same caller at another door. */
  Api at(URI door) {
    return new Api(door, token);
  }

  Api signedIn(String person, String password) {
    Answer answer = post("/v1/sessions", Map.of("person", person, "password", password));
    if (answer.status() != 200) {
      throw new AssertionError("sign-in failed: " + answer);
    }
    return new Api(url, answer.body().path("token").asText());
  }

  boolean isReady() {
    try {
      var request = HttpRequest.newBuilder(url.resolve("/q/health/ready")).build();
      return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, Object body, String... headers) {
    try {
      return postBytes(path, JSON.writeValueAsBytes(body), headers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer postText(String path, String body) {
    return postBytes(path, body.getBytes(StandardCharsets.UTF_8));
  }

  Answer postBytes(String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  /** The intent with this id, once it stands as wished. */
  JsonNode awaitStatus(String intentId, String status, Duration within) {
    JsonNode[] last = new JsonNode[1];
    try {
      Eventually.is(
          within,
          () -> {
            last[0] = get("/v1/intents/" + intentId).body().path("intent");
            return last[0].path("status").asText().equals(status);
          });
    } catch (AssertionError e) {
      throw new AssertionError("expected " + status + ", but the intent is " + last[0], e);
    }
    return last[0];
  }

  /** The types of the events so far, in order. */
  List<String> eventTypes(String intentId) {
    return get("/v1/intents/" + intentId + "/events")
        .body()
        .path("events")
        .findValuesAsText("event_type");
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.resolve(path)).timeout(Duration.ofSeconds(30));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  /** What a page says that is not JSON. */
  String text(String path) {
    return new String(bytes(request(path).GET()).body(), StandardCharsets.UTF_8);
  }

  private static Answer send(HttpRequest.Builder request) {
    HttpResponse<byte[]> response = bytes(request);
    try {
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }
}
