package dev.assent.notifier.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopbackTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, localhost:8300, false, true",
    "127.0.0.1, 127.0.0.1, false, true",
    "::1, [::1]:8300, false, true",
    "0:0:0:0:0:0:0:1, LOCALHOST, false, true",
    "127.0.0.1, localhost:8300, true, false",
    "127.0.0.1, assent.example.org, false, false",
    "127.0.0.1, localhost.example.org, false, false",
    "192.0.2.7, localhost:8300, false, false",
    "not-an-address, localhost:8300, false, false",
    ", localhost:8300, false, false",
    "127.0.0.1, , false, false"
  })
  void shouldLetInOnlyBrowsersOfThisComputer(
      String remote, String host, boolean forwarded, boolean expected) {
    assertThat(Loopback.isDirect(remote, host, forwarded)).isEqualTo(expected);
  }
}
