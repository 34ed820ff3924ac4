package dev.assent.cli.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.json.ContractJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How the services on a local port say that they are. */
public final class Health {
  /**
   * The answer.
   *
   * @param word {@code healthy}, {@code unhealthy}, {@code starting} or {@code silent}
   * @param troubles the names of the checks that failed
   */
  public record Report(String word, List<String> troubles) {
    public boolean isHealthy() {
      return word.equals("healthy");
    }
  }

  private static final Report SILENT = new Report("silent", List.of());

  private Health() {}

  /** Asks once; never takes longer than two seconds or so. */
  public static Report of(int port) {
    return ask(port, "/q/health");
  }

  /** Whether requests are taken. */
  static boolean isReady(int port) {
    return ask(port, "/q/health/ready").isHealthy();
  }

  private static Report ask(int port, String path) {
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                  .timeout(Duration.ofSeconds(2))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      return read(answer);
    } catch (IOException e) {
      return SILENT;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return SILENT;
    }
  }

  private static Report read(HttpResponse<byte[]> answer) throws IOException {
    if (answer.statusCode() == 200) {
      return new Report("healthy", List.of());
    }
    List<String> troubles = new ArrayList<>();
    if (answer.statusCode() == 503) {
      JsonNode body = ContractJson.MAPPER.readTree(answer.body());
      for (JsonNode check : body.path("checks")) {
        if (check.path("status").asText().equals("DOWN")) {
          troubles.add(check.path("name").asText());
        }
      }
    }
    return new Report("unhealthy", troubles);
  }
}
