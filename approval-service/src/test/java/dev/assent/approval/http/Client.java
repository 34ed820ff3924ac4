package dev.assent.approval.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.json.ContractJson;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A client of the API or, with its cookies, a browser without scripts. */
public final class Client {

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final Map<String, String> headers = new HashMap<>();

  public Client(URI base) {
    this.base = base;
  }

  public Client with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  public HttpClient http() {
    return http;
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  public HttpResponse<String> postJson(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  public HttpResponse<String> postForm(String path, Map<String, String> inputs) {
    String form =
        inputs.entrySet().stream()
            .map(input -> encode(input.getKey()) + "=" + encode(input.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "text/html")
            .POST(BodyPublishers.ofString(form)));
  }

  /** Follows a redirect as a browser does. */
  public HttpResponse<String> follow(HttpResponse<String> redirect) {
    return get(redirect.headers().firstValue("Location").orElseThrow());
  }

  public Client signIn(String person, String password) {
    Map<String, String> form = hidden(get("/sign-in").body());
    form.put("person", person);
    form.put("password", password);
    HttpResponse<String> answer = postForm("/sign-in", form);
    if (answer.statusCode() != 303) {
      throw new AssertionError("sign-in answered " + answer.statusCode());
    }
    return this;
  }

  /** The hidden inputs of a page's forms, the last one of each name. */
  public static Map<String, String> hidden(String html) {
    Map<String, String> inputs = new LinkedHashMap<>();
    Matcher matcher = HIDDEN.matcher(html);
    while (matcher.find()) {
      inputs.put(matcher.group(1), matcher.group(2));
    }
    return inputs;
  }

  public static JsonNode json(HttpResponse<String> response) {
    return ContractJson.read(response.body().getBytes(StandardCharsets.UTF_8), JsonNode.class);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
    headers.forEach(request::header);
    if (!headers.containsKey("Accept") && !path.startsWith("/v1/")) {
      request.setHeader("Accept", "text/html");
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
