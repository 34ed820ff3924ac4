package dev.assent.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.access.Authenticator;
import dev.assent.access.Directory;
import dev.assent.contract.json.ContractJson;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The probe application over HTTP, and what an answer of it must look like. */
abstract class EdgeDoors {

  @TestHTTPResource("/")
  URI base;

  @ConfigProperty(name = "probe.api-key")
  String apiKey;

  @Inject Authenticator authenticator;
  @Inject Directory directory;

  private final HttpClient client = HttpClient.newHttpClient();

  /** The token of a session of ada. */
  String session() {
    return authenticator.openSession(directory.person("ada").orElseThrow());
  }

  static void assertProblem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains(Problems.CONTENT_TYPE);
    assertThat(json(response).path("code").textValue()).isEqualTo(code);
    assertThat(json(response).path("error").path("message").textValue()).isNotBlank();
  }

  static JsonNode json(HttpResponse<String> response) {
    return ContractJson.read(response.body().getBytes(StandardCharsets.UTF_8), JsonNode.class);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path));
  }

  HttpRequest.Builder get(String path) {
    return request(path).GET();
  }

  HttpRequest.Builder json(String path, String body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  HttpRequest.Builder post(String path, String body) {
    return json(path, body).header("x-api-key", apiKey);
  }

  HttpRequest.Builder chunked(String path, int length) {
    return request(path)
        .header("x-api-key", apiKey)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length])));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
