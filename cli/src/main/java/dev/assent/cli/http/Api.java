package dev.assent.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.cli.CliException;
import dev.assent.cli.ExitCode;
import dev.assent.cli.Version;
import dev.assent.contract.json.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The server's HTTP API.
 *
 * <p>Every call throws {@link ProblemException} when the server refuses, and {@link CliException}
 * when it cannot be reached.
 */
public final class Api {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int ATTEMPTS = 4;

  private final URI base;
  private final Credential credential;
  private final HttpClient client;

  private Api(URI base, Credential credential, HttpClient client) {
    this.base = base;
    this.credential = credential;
    this.client = client;
  }

  public Api(URI base, Credential credential) {
    this(
        base,
        credential,
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build());
  }

  /** The same server for somebody else. */
  public Api as(Credential other) {
    return new Api(base, other, client);
  }

  /** Ends all that is under way, also streams, and takes no more calls. */
  public void disconnect() {
    client.shutdownNow();
  }

  public URI base() {
    return base;
  }

  public JsonNode get(String path) {
    return repeatedly(() -> send(request(path).timeout(PATIENCE).GET().build()));
  }

  /** Posts, and repeats while the server says that it may: the key makes that safe. */
  public JsonNode post(String path, JsonNode body, @Nullable String idempotencyKey) {
    String key = idempotencyKey == null ? UUID.randomUUID().toString() : idempotencyKey;
    HttpRequest request =
        request(path)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofByteArray(ContractJson.write(body)))
            .build();
    return repeatedly(() -> send(request));
  }

  /** Opens a stream of events; the caller closes it. */
  public InputStream stream(String path, Duration atMost) {
    HttpRequest request =
        request(path).timeout(atMost.plus(PATIENCE)).header("Accept", "text/event-stream").build();
    HttpResponse<InputStream> answer = exchange(request, HttpResponse.BodyHandlers.ofInputStream());
    if (answer.statusCode() == 200) {
      return answer.body();
    }
    try (InputStream body = answer.body()) {
      throw Problems.of(answer.statusCode(), body.readAllBytes());
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private interface Call {
    JsonNode run();
  }

  private static JsonNode repeatedly(Call call) {
    for (int attempt = 1; ; attempt++) {
      try {
        return call.run();
      } catch (ProblemException e) {
        if (!e.isRetryable() || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private JsonNode send(HttpRequest request) {
    HttpResponse<byte[]> answer = exchange(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() / 100 != 2) {
      throw Problems.of(answer.statusCode(), answer.body());
    }
    try {
      return ContractJson.MAPPER.readTree(answer.body());
    } catch (IOException e) {
      throw CliException.failed(
          "Expected JSON from " + base + ", but came something else. Is that an Assent?", e);
    }
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request, handler);
    } catch (IOException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitCode.FAILED, "Interrupted.", e);
    }
  }

  private CliException unreachable(IOException e) {
    String sentence =
        switch (e) {
          case ConnectException _ ->
              "Assent does not run at " + base + ". Start it with: assent up";
          case HttpTimeoutException _ ->
              "Assent at " + base + " did not answer in time. See how it is with: assent status";
          default ->
              "The connection to Assent at " + base + " broke. See how it is with: assent status";
        };
    return new CliException(ExitCode.NOT_RUNNING, sentence, e);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("X-Axme-Client", "assent-cli/" + Version.text());
    if (!credential.token().isEmpty()) {
      request.header("Authorization", "Bearer " + credential.token());
    }
    return request;
  }
}
