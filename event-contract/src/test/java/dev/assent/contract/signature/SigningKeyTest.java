package dev.assent.contract.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

  private static final byte[] CONTENT = "what is signed".getBytes(StandardCharsets.UTF_8);

  private final SigningKey key = SigningKey.generate();

  @Test
  void shouldSignWhatItsPublicHalfVerifies() {
    // when
    byte[] signature = key.sign(CONTENT);

    // then
    VerifyingKey published = VerifyingKey.ofPem(key.publicKey().pem());
    assertThat(published.verifies(CONTENT, signature)).isTrue();
    assertThat(published.digest()).isEqualTo(key.publicKey().digest()).hasSize(64);
  }

  @Test
  void shouldVerifyNothingElse() {
    // given
    byte[] signature = key.sign(CONTENT);
    byte[] bent = signature.clone();
    bent[7] ^= 1;

    // then
    assertThat(key.publicKey().verifies(new byte[] {1}, signature)).isFalse();
    assertThat(key.publicKey().verifies(CONTENT, bent)).isFalse();
    assertThat(key.publicKey().verifies(CONTENT, new byte[3])).isFalse();
    assertThat(SigningKey.generate().publicKey().verifies(CONTENT, signature)).isFalse();
  }

  @Test
  void shouldBeTheSameKeyAfterItWasStored() {
    // when
    SigningKey read = SigningKey.ofPem(key.pem());

    // then
    assertThat(read.sign(CONTENT)).isEqualTo(key.sign(CONTENT));
    assertThat(read.publicKey().digest()).isEqualTo(key.publicKey().digest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "-----BEGIN PUBLIC KEY-----\nsecret\n-----END PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY-----\nA\n-----END PUBLIC KEY-----"
      })
  void shouldSayWhatAPublicKeyLooksLike(String text) {
    assertThatThrownBy(() -> VerifyingKey.ofPem(text))
        .isInstanceOf(MalformedKeyException.class)
        .hasMessageStartingWith(
            "Expected an Ed25519 key in PEM, from -----BEGIN PUBLIC KEY----- to")
        .hasMessageNotContaining("secret");
  }

  @Test
  void shouldRefuseHalvesOfTwoKeys() {
    // given
    String own = key.publicKey().pem();
    String mixed = key.pem().replace(own, SigningKey.generate().publicKey().pem());

    // then
    assertThatThrownBy(() -> SigningKey.ofPem(mixed))
        .isInstanceOf(MalformedKeyException.class)
        .hasMessageContaining("do not belong together");
  }
}
