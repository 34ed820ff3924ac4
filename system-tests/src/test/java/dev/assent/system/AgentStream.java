package dev.assent.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An agent's stream as a line reader sees it. */
final class AgentStream {

  private static final Pattern SEQ = Pattern.compile("\"seq\":(\\d+)");

  private AgentStream() {}

  /** The seq of the frame for this intent in one window of the stream; -1 if there is none. */
  static long firstOf(Installation assent, String path, String intentId) {
    HttpRequest request =
        HttpRequest.newBuilder(assent.url().resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("x-api-key", assent.agent().token())
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(request, HttpResponse.BodyHandlers.ofLines())
          .body()
          .filter(line -> line.startsWith("data:") && line.contains(intentId))
          .map(SEQ::matcher)
          .filter(Matcher::find)
          .mapToLong(found -> Long.parseLong(found.group(1)))
          .findFirst()
          .orElse(-1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
