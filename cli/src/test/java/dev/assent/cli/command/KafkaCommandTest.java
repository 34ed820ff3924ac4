package dev.assent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.assent.cli.Called;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"console-producer", "console-consumer", "topics", "consumer-groups"})
  void shouldHaveTheToolOnTheClassPath(String tool) {
    // given
    String type = KafkaCommand.TOOLS.get(tool);

    // when // then
    assertThatCode(() -> Class.forName(type).getMethod("main", String[].class))
        .doesNotThrowAnyException();
  }

  @Test
  void shouldNameTheToolsThereAre() {
    // given // when
    Called called = Called.in(folder).run("kafka", "reassign-partitions");

    // then
    assertThat(called.exit()).isEqualTo(2);
    assertThat(called.err())
        .isEqualTo(
            "Expected one of console-consumer, console-producer, consumer-groups, topics, but came \"reassign-partitions\".\n");
  }

  @Test
  void shouldLeaveTheToolsOptionsToTheTool() {
    // given // when
    Called called = Called.in(folder).run("kafka", "topics", "--list");

    // then
    assertThat(called.exit()).isEqualTo(3);
    assertThat(called.err()).startsWith("Kafka does not run from " + folder.resolve("data"));
  }
}
