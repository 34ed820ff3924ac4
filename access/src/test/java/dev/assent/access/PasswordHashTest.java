package dev.assent.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

  @Test
  void shouldMatchOnlyThePasswordItWasMadeOf() {
    // given
    PasswordHash stored = PasswordHash.parse(PasswordHash.of("open sesame").text()).orElseThrow();

    // when
    boolean right = stored.matches("open sesame");

    // then
    assertThat(right).isTrue();
    assertThat(stored.matches("open sesamE")).isFalse();
    assertThat(stored.matches("")).isFalse();
  }

  @Test
  void shouldUseSixHundredThousandRoundsAndNewSaltEachTime() {
    // when
    String first = PasswordHash.of("open sesame").text();
    String second = PasswordHash.of("open sesame").text();

    // then
    assertThat(first).startsWith("pbkdf2-sha256$600000$").doesNotContain("sesame");
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void shouldCostAsMuchToRefuseNobodyAsAnybody() {
    // when
    PasswordHash nobody = PasswordHash.ofNobody();

    // then
    assertThat(nobody.text()).startsWith("pbkdf2-sha256$600000$");
    assertThat(nobody.matches("")).isFalse();
    assertThat(nobody.text()).isNotEqualTo(PasswordHash.ofNobody().text());
  }

  @Test
  void shouldMatchThePasswordHoweverAKeyboardComposesIt() {
    // given
    PasswordHash stored = PasswordHash.of("caf\u00e9 au lait", Folder.QUICK);

    // when
    boolean decomposed = stored.matches("cafe\u0301 au lait");

    // then
    assertThat(decomposed).isTrue();
  }

  @Test
  void shouldAgreeWithAPublishedVector() {
    // given: PBKDF2-HMAC-SHA256("passwd", "salt", 1, 32), the first half of RFC 7914's vector
    String stored = "pbkdf2-sha256$1$c2FsdA==$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw=";

    // when
    boolean matches = PasswordHash.parse(stored).orElseThrow().matches("passwd");

    // then
    assertThat(matches).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "open sesame",
        "pbkdf2-sha256$0$c2FsdA==$AAAA",
        "pbkdf2-sha256$600000$c2FsdA==$AAAA",
        "pbkdf2-sha256$99999999$c2FsdA==$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw=",
        "pbkdf2-sha1$1$c2FsdA==$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw="
      })
  void shouldTakeNothingElseForAHash(String text) {
    // when
    var parsed = PasswordHash.parse(text);

    // then
    assertThat(parsed).isEmpty();
  }
}
