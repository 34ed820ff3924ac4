package dev.assent.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BackendsMainTest {
  @Test
  void shouldReadFolderAndPorts() {
    // when
    BackendsSettings settings =
        BackendsMain.parse("--data", "d", "--kafka-port", "9092", "--postgres-port", "5432");

    // then
    assertThat(settings)
        .isEqualTo(BackendsSettings.in(Path.of("d")).withPorts(9092, 5432))
        .extracting(BackendsSettings::durability)
        .isEqualTo(Durability.DISK);
  }

  @Test
  void shouldRefuseWhatItDoesNotUnderstand() {
    assertThatIllegalArgumentException()
        .isThrownBy(BackendsMain::parse)
        .withMessage("--data is missing.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BackendsMain.parse("--data"))
        .withMessage("--data needs a value.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BackendsMain.parse("--data", "d", "--kafka-port", "70000"))
        .withMessage("--kafka-port needs a port, not \"70000\".");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BackendsMain.parse("--color", "blue"))
        .withMessage("Unknown option --color.");
  }
}
