package dev.assent.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastWordsTest {
  @Test
  void shouldFindWhatOurOwnCodeSaidInAStackTrace() {
    // given
    String log =
        """
        2026-11-23T09:00:00.000Z INFO  [main] Starting
        2026-11-23T09:00:01.000Z ERROR [io.q.r.Application] (main) Failed to start application: java.lang.RuntimeException: Failed to start quarkus
        \tat dev.assent.Some.thing(Some.java:1)
        Caused by: java.lang.RuntimeException: outer
        \t... 8 more
        Caused by: dev.assent.access.MalformedFileException: Expected people.json to be JSON, but it is not
        \t... 9 more
        Caused by: com.fasterxml.jackson.core.JsonParseException: Unexpected end-of-input
        \t... 10 more
        """;

    // when
    String reason = reason(log);

    // then
    assertThat(reason).isEqualTo("Expected people.json to be JSON, but it is not.");
  }

  @Test
  void shouldFindTheInnermostCauseOfOthers() {
    // given
    String log =
        """
        Exception in thread "main" java.lang.RuntimeException: outer
        Caused by: java.net.BindException: Address already in use
        """;

    // when
    String reason = reason(log);

    // then
    assertThat(reason).isEqualTo("Address already in use.");
  }

  @Test
  void shouldTakeTheLastErrorWhenThereIsNoTrace() {
    // given
    String log =
        """
        18:40:31,677 ERROR [io.q.r.Quarkus] Port 8300 is in use: stop the other
        18:40:31,700 INFO  [main] Stopped
        """;

    // when
    String reason = reason(log);

    // then
    assertThat(reason).isEqualTo("Port 8300 is in use: stop the other.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-23T09:00:00.123+01:00 ERROR i.q.r.Application [main] Failed to start application: java.lang.IllegalStateException: no broker",
        "18:40:31,677 ERROR [io.qua.run.Quarkus] Error running Quarkus: java.lang.IllegalStateException: no broker",
        "2026-11-23T09:00:00 SEVERE kafka.server.KafkaServer: no broker"
      })
  void shouldLeaveOutWhoLoggedItAndWhen(String line) {
    // given // when
    String reason = reason(line);

    // then
    assertThat(reason).isEqualTo("no broker.");
  }

  @Test
  void shouldTakeTheLastLineOfWhoSpeaksInSentences() {
    // given
    String log =
        """
        Kafka: ready on 127.0.0.1:29092 after 1.0 s
        The Kafka folder /x is damaged: meta.properties cannot be read. Restore it from a backup.
        Backends: not running
        Temporary AOTConfiguration recorded: /x.config
        Launching child process /jdk/bin/java to assemble AOT cache /x.aot using configuration /x.config
        Picked up JAVA_TOOL_OPTIONS: -Djava.class.path=/x.jar -XX:AOTMode=create
        Reading AOTConfiguration /x.config and writing AOTCache /x.aot
        AOTCache creation is complete: /x.aot 80826368 bytes
        Removed temporary AOT configuration file /x.config
        """;

    // when
    String reason = reason(log);

    // then
    assertThat(reason)
        .isEqualTo(
            "The Kafka folder /x is damaged: meta.properties cannot be read. Restore it from a backup.");
  }

  @Test
  void shouldAdmitSilence() {
    // given // when // then
    assertThat(reason("")).isEqualTo("it said nothing.");
  }

  private static String reason(String log) {
    LastWords words = new LastWords();
    log.lines().forEach(words::hear);
    return words.reason();
  }
}
