package dev.assent.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Instant AT = Instant.ofEpochSecond(1614265330);
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

  /** The vector that the reference libraries of Standard Webhooks test themselves with. */
  @Test
  void shouldSignAsTheReferenceDoes() {
    // when
    String signature =
        new WebhookSignature(List.of(SECRET)).sign("msg_p5jXN8AQM9LWM0D4loKWxJek", AT, BODY);

    // then
    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void shouldSignWithBothSecretsWhileOneIsReplaced() {
    // given
    String next = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    // when
    String signature =
        new WebhookSignature(List.of(SECRET, next)).sign("msg_p5jXN8AQM9LWM0D4loKWxJek", AT, BODY);

    // then
    assertThat(signature.split(" "))
        .hasSize(2)
        .contains("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_not/base64!",
        "whsec_c2hvcnQ=",
        "whpk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
      })
  void shouldRefuseASecretThatIsNoneAndNotQuoteIt(String secret) {
    assertThatThrownBy(() -> new WebhookSignature(List.of(secret)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Expected a secret like whsec_")
        .hasMessageNotContaining(secret);
  }
}
