package dev.assent.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assent.cli.CliException;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void shouldTakeWhatWasAskedForOverWhatIsUsual() {
    // given
    Ports.Wanted wanted = new Ports.Wanted(9300, null, 1234, null);

    // when
    Ports ports = wanted.over(Ports.USUAL);

    // then
    assertThat(ports).isEqualTo(new Ports(9300, 29092, 1234, 8325));
  }

  @Test
  void shouldNotTakeOnePortForTwoThings() {
    // given // when // then
    assertThatThrownBy(() -> new Ports(8300, 8300, 1, 2))
        .isInstanceOf(CliException.class)
        .hasMessageContaining("Port 8300 is named for more than one thing");
  }

  @Test
  void shouldRefuseWhatIsNoPort() {
    // given // when // then
    assertThatThrownBy(() -> new Ports(0, 1, 2, 70_000))
        .hasMessageStartingWith("Expected a port from 1 to 65535");
  }
}
