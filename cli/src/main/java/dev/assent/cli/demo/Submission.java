package dev.assent.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.cli.CliException;
import dev.assent.cli.ExitCode;
import dev.assent.cli.http.Api;
import dev.assent.cli.http.ProblemException;

/** Hands the case in. */
final class Submission {
  private static final int ATTEMPTS = 20;
  private static final long PAUSE_MILLIS = 250;

  private Submission() {}

  /**
   * Sends, and is patient with a server that has not read of the pipeline's key yet: it looks at
   * its files once a second.
   */
  static String send(Api pipeline, String correlationId) {
    for (int attempt = 1; ; attempt++) {
      try {
        JsonNode answer =
            pipeline.post("/v1/intents", DemoCase.submission(correlationId), correlationId);
        return answer.path("intent_id").asText();
      } catch (ProblemException e) {
        if (e.status() != 401 || attempt == ATTEMPTS) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitCode.FAILED, "Interrupted.", e);
    }
  }
}
