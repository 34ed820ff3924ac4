package dev.assent.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

@DisabledIfSystemProperty(
    named = "assent.backends",
    matches = "testcontainers",
    disabledReason = "it is about the embedded backends themselves")
class FreePortsIT {

  @Test
  void shouldNeverGiveTwoServersTheSamePort() {
    // when
    List<Integer> ports = Stream.generate(Ports::free).limit(1_000).toList();

    // then
    assertThat(ports).doesNotHaveDuplicates();
  }
}
