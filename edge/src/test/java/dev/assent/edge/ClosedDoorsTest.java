package dev.assent.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assent.edge.http.OnlyWhereServiceRuns;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosedDoorsTest {

  /** Where the service runs or not does not depend on the request. */
  private static final ContainerRequestContext REQUEST =
      (ContainerRequestContext)
          Proxy.newProxyInstance(
              ClosedDoorsTest.class.getClassLoader(),
              new Class<?>[] {ContainerRequestContext.class},
              (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
              });

  private static final class Door extends OnlyWhereServiceRuns {
    Door(String... running) {
      super(new Services(List.of(running)), "intake");
    }
  }

  @Test
  void shouldHaveNoDoorsOfAServiceThatRunsElsewhere() {
    // when
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> new Door("approval", "timer").filter(REQUEST));

    // then
    assertThat(refused.problem().status()).isEqualTo(404);
    assertThat(refused).hasMessageContaining("intake-service");
  }

  @Test
  void shouldLetRequestsThroughWhereTheServiceRuns() {
    // then
    assertThatCode(() -> new Door("intake", "approval").filter(REQUEST)).doesNotThrowAnyException();
  }
}
