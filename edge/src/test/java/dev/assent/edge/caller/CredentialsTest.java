package dev.assent.edge.caller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Bearer abc            | abc",
        "bearer abc            | abc",
        "Bearer   abc          | abc",
        "Bearer a, Bearer b    | b",
        "Bearer a,b            | b",
        "Basic dXNlcjpwYXNz    | -",
        "Bearer a, Basic b     | -",
        "Bearer                | -",
        "abc                   | -",
        "-                     | -"
      })
  void shouldReadTheLastBearerToken(String header, String token) {
    // when
    Credentials credentials = Credentials.of(header, null, null);

    // then
    assertThat(credentials.bearer()).isEqualTo(token);
  }
}
