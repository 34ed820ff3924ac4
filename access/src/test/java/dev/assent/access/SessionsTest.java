package dev.assent.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsTest {

  @TempDir Path path;
  private Folder folder;
  private Access access;

  @BeforeEach
  void open() {
    folder = new Folder(path);
    access = folder.open();
  }

  @Test
  void shouldKnowThePersonAndTheirGroupsByTheirSession() {
    // given
    String token = session("ada");

    // when
    PersonCaller caller = access.authenticator().bySession(token).orElseThrow();

    // then
    assertThat(caller.person().id()).isEqualTo("ada");
    assertThat(caller.groups()).containsExactly("sre");
    assertThat(caller.actor().method()).isEqualTo("session");
  }

  @Test
  void shouldRefuseATokenWithAnyCharacterChanged() {
    // given
    String token = session("ada");

    // when
    var accepted =
        IntStream.range(0, token.length())
            .mapToObj(
                i ->
                    token.substring(0, i)
                        + (token.charAt(i) == 'A' ? 'B' : 'A')
                        + token.substring(i + 1))
            .filter(tampered -> access.authenticator().bySession(tampered).isPresent())
            .toList();

    // then
    assertThat(accepted).isEmpty();
  }

  @Test
  void shouldRefuseTheClaimsOfOneSessionUnderTheSignatureOfAnother() {
    // given
    String ada = session("ada");
    String bo = session("bo");

    // when
    String mixed = ada.substring(0, ada.lastIndexOf('.')) + bo.substring(bo.lastIndexOf('.'));

    // then
    assertThat(access.authenticator().bySession(mixed)).isEmpty();
  }

  @Test
  void shouldRefuseASignatureThatWasMadeForAnotherPurpose() {
    // given
    String token = session("ada");
    String body = token.substring("as1.".length(), token.lastIndexOf('.'));

    // when
    String forged = "as1." + body + "." + access.signer().sign("csrf", body);

    // then
    assertThat(access.authenticator().bySession(forged)).isEmpty();
  }

  @Test
  void shouldEndAfterTwelveHours() {
    // given
    String token = session("ada");
    folder.moments.advance(Duration.ofHours(12).minusSeconds(1));
    boolean before = access.authenticator().bySession(token).isPresent();

    // when
    folder.moments.advance(Duration.ofSeconds(1));

    // then
    assertThat(before).isTrue();
    assertThat(access.authenticator().bySession(token)).isEmpty();
  }

  @Test
  void shouldEndWhenThePasswordChanges() {
    // given
    String ada = session("ada");
    String bo = session("bo");

    // when
    folder.editor().setPassword("ada", "another long sentence");
    folder.moments.advance(Duration.ofSeconds(2));

    // then
    assertThat(access.authenticator().bySession(ada)).isEmpty();
    assertThat(access.authenticator().bySession(bo)).isPresent();
  }

  @Test
  void shouldEndWhenThePersonLeaves() {
    // given
    String token = session("bo");

    // when
    folder.editor().removePerson("bo");
    folder.moments.advance(Duration.ofSeconds(2));

    // then
    assertThat(access.authenticator().bySession(token)).isEmpty();
  }

  @Test
  void shouldEndAllWhenTheKeyIsReplaced() {
    // given
    String token = session("ada");

    // when
    SecretFiles.replace(folder.files().sessionKey(), Signer.newKey());
    folder.moments.advance(Duration.ofSeconds(2));

    // then
    assertThat(access.authenticator().bySession(token)).isEmpty();
    assertThat(access.authenticator().bySession(session("ada"))).isPresent();
  }

  @Test
  void shouldOpenNoneForStrangers() {
    // given
    Person stranger = new Person("eve", "Eve", null);

    // then
    assertThatThrownBy(() -> access.authenticator().openSession(stranger))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("eve");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "as1.", "as1..", "as1.%%.x", "as1.YWRh.x", "assent_a_b", "a.b.c"})
  void shouldRefuseWhatIsNoToken(String token) {
    // when
    var caller = access.authenticator().bySession(token);

    // then
    assertThat(caller).isEmpty();
  }

  @Test
  void shouldRefuseClaimsThatAreNoNumberWithoutFailing() {
    // given
    String claims = encoded("ada\nnever\nnonce");

    // when
    var caller = access.authenticator().bySession("as1." + claims + ".sig");

    // then
    assertThat(caller).isEmpty();
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private String session(String personId) {
    return access.authenticator().openSession(access.directory().person(personId).orElseThrow());
  }
}
