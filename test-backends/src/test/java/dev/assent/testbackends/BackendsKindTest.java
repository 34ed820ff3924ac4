package dev.assent.testbackends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BackendsKindTest {

  @Test
  void shouldKnowBothWords() {
    assertThat(BackendsKind.named("embedded")).isEqualTo(BackendsKind.EMBEDDED);
    assertThat(BackendsKind.named("testcontainers")).isEqualTo(BackendsKind.TESTCONTAINERS);
  }

  @Test
  void shouldNotTakeAnyOtherWordForTheDefault() {
    assertThatThrownBy(() -> BackendsKind.named("docker"))
        .hasMessage(
            "Expected -Dassent.backends=embedded or -Dassent.backends=testcontainers, but came \"docker\".");
  }
}
