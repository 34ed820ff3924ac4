package dev.assent.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticatorTest {

  @TempDir Path path;
  private Folder folder;
  private Authenticator authenticator;

  @BeforeEach
  void open() {
    folder = new Folder(path);
    authenticator = folder.open().authenticator();
  }

  @Test
  void shouldKnowTheAgentByItsKey() {
    // when
    AgentCaller caller = authenticator.byApiKey(folder.demoKey()).orElseThrow();

    // then
    assertThat(caller.address()).isEqualTo("agent://demo/prod/migrator");
    assertThat(caller.actor().method()).isEqualTo("api_key");
    assertThat(folder.demoKey()).startsWith("assent_" + caller.keyId() + "_").hasSize(84);
  }

  @Test
  void shouldRefuseTheKeyIdWithAnotherSecret() {
    // given
    String key = folder.demoKey();
    String other = key.substring(0, key.length() - 1) + (key.endsWith("0") ? "1" : "0");

    // when
    var caller = authenticator.byApiKey(other);

    // then
    assertThat(caller).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "assent_", "assent__", "assent_x", "assent_unknown_x", "bearer", "é_ü_"})
  void shouldRefuseWhatIsNoKey(String token) {
    // when
    var caller = authenticator.byApiKey(token);

    // then
    assertThat(caller).isEmpty();
  }

  @Test
  void shouldKnowANewKeyAtOnceAndForgetARevokedOneWithinASecond() {
    // given
    NewApiKey added = folder.editor().addApiKey("agent://demo/prod/backup");
    boolean before = authenticator.byApiKey(added.token()).isPresent();

    // when
    boolean revoked = folder.editor().revokeApiKey(added.keyId());
    folder.moments.advance(Duration.ofSeconds(1));

    // then
    assertThat(before).isTrue();
    assertThat(revoked).isTrue();
    assertThat(authenticator.byApiKey(added.token())).isEmpty();
    assertThat(authenticator.byApiKey(folder.demoKey())).isPresent();
  }

  @Test
  void shouldStoreNoSecret() throws Exception {
    // when
    String agents = Files.readString(folder.files().agents());
    String people = Files.readString(folder.files().people());

    // then
    assertThat(agents).doesNotContain(folder.demoKey().substring(20));
    assertThat(people).doesNotContain(folder.password("ada")).contains("pbkdf2-sha256$");
  }

  @Test
  void shouldKnowThePersonByTheirPassword() {
    // when
    PersonCaller caller = authenticator.byPassword("ada", folder.password("ada")).orElseThrow();

    // then
    assertThat(caller.person().name()).startsWith("Ada");
    assertThat(caller.groups()).containsExactly("sre");
  }

  @Test
  void shouldRefuseOtherPasswordsAndPeople() {
    // when
    var wrongPassword = authenticator.byPassword("ada", folder.password("bo"));

    // then
    assertThat(wrongPassword).isEmpty();
    assertThat(authenticator.byPassword("eve", "nobody's")).isEmpty();
    assertThat(authenticator.byPassword("ada", "x".repeat(1025))).isEmpty();
    assertThat(authenticator.byPassword("Ada\n", folder.password("ada"))).isEmpty();
  }

  @Test
  void shouldRefuseSomebodyWithoutPasswordEvenTheOneOfNobody() {
    // given
    folder.editor().addPerson(new Person("dee", "Dee", null), null);
    folder.moments.advance(Duration.ofSeconds(2));

    // when
    var caller = authenticator.byPassword("dee", "nobody's");

    // then
    assertThat(caller).isEmpty();
  }

  @Test
  void shouldMakeGuessersWaitAndLetTheRightOneInAfterwards() {
    // given
    for (int i = 0; i < 5; i++) {
      authenticator.byPassword("ada", "guess " + i);
    }

    // when
    var refusal =
        catchThrowableOfType(
            TooManyAttemptsException.class,
            () -> authenticator.byPassword("ada", folder.password("ada")));
    folder.moments.advance(refusal.retryAfter());

    // then
    assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(1));
    assertThat(authenticator.byPassword("ada", folder.password("ada"))).isPresent();
  }

  @Test
  void shouldMakeGuessersOfUnknownPeopleWaitToo() {
    // given
    for (int i = 0; i < 5; i++) {
      authenticator.byPassword("eve", "guess " + i);
    }

    // then
    assertThatThrownBy(() -> authenticator.byPassword("eve", "guess"))
        .isInstanceOf(TooManyAttemptsException.class);
  }
}
