package dev.assent.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServicesTest {

  @Test
  void shouldRunThoseThatAreNamed() {
    // when
    Services services = new Services(List.of("timer", "intake"));

    // then
    assertThat(services.names()).containsExactly("intake", "timer");
    assertThat(services.enabled("timer")).isTrue();
    assertThat(services.enabled("notifier")).isFalse();
  }

  @Test
  void shouldNameTheServicesThereAreWhenOneIsUnknown() {
    // then
    assertThatThrownBy(() -> new Services(List.of("intake", "timers")))
        .hasMessage(
            "Expected assent.services to name some of intake, approval, timer, notifier, but came"
                + " \"timers\". Correct the name.");
  }

  @Test
  void shouldNotAnswerForAServiceThatNobodyKnows() {
    // given
    Services services = new Services(List.of());

    // then
    assertThatThrownBy(() -> services.enabled("intake-service"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
