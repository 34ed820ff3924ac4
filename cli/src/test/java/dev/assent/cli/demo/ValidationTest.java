package dev.assent.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationTest {
  private final Catalogue catalogue = Catalogue.bundled();

  @Test
  void shouldFindNothingWrongWithTheCase() {
    // given // when
    Validation validation = Validation.of(DemoCase.payload(), catalogue);

    // then
    assertThat(validation.isGood()).isTrue();
    assertThat(validation.checks())
        .extracting(Validation.Check::what)
        .containsExactly(
            "the target is prod-postgres-main",
            "one statement, and all it does is create an index",
            "built CONCURRENTLY, so writes to users go on",
            "there is a column users.email",
            "there is no index users_email yet",
            "4,200,000 rows need about 201 MB of 51,200 MB free");
    assertThat(validation.report().path("action").asText()).isEqualTo("complete");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DROP TABLE users                                             | all it does is create an index",
        "CREATE INDEX a ON users (email); DROP TABLE users            | all it does is create an index",
        "CREATE INDEX users_email ON users (email)                    | built CONCURRENTLY",
        "CREATE INDEX CONCURRENTLY x ON users (phone)                 | there is a column users.phone",
        "CREATE INDEX CONCURRENTLY users_created_at ON users (email)  | there is no index users_created_at yet"
      })
  void shouldSayWhatIsWrongWithAnother(String statement, String fault) {
    // given
    ObjectNode payload = DemoCase.payload().put("statement", statement);

    // when
    Validation validation = Validation.of(payload, catalogue);

    // then
    assertThat(validation.isGood()).isFalse();
    assertThat(validation.report().path("action").asText()).isEqualTo("fail");
    assertThat(validation.report().at("/error/message").asText()).contains(fault);
  }
}
