package dev.assent.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

  @Test
  void shouldGoBackToAPageOfThisSite() {
    // when
    String path = LocalPath.orElse("/tasks/42?tab=history", "/");

    // then
    assertThat(path).isEqualTo("/tasks/42?tab=history");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "inbox",
        "//evil.test",
        "/\\evil.test",
        "https://evil.test",
        "/a\r\nSet-Cookie: x",
        "/\t/evil.test",
        "javascript:alert(1)",
        "/inbox?q=a b",
        "/inbox?q=a|b",
        "/inbox?q={a}",
        "/inbox?q=%zz",
        "/in\"box"
      })
  void shouldGoNowhereElse(String text) {
    // when
    String path = LocalPath.orElse(text, "/inbox");

    // then
    assertThat(path).isEqualTo("/inbox");
  }
}
