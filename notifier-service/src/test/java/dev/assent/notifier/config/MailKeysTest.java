package dev.assent.notifier.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assent.notifier.channel.SmtpSettings;
import dev.assent.notifier.channel.SmtpSettings.Login;
import dev.assent.notifier.channel.SmtpSettings.Tls;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailKeysTest {

  private static final Map<String, String> LOGIN = Map.of("username", "ada", "password", "secret");

  @Test
  void shouldSendToTheCatcherUntilAServerIsNamed() {
    // given
    Map<String, String> catcher =
        Map.of("assent.notifier.catcher.enabled", "true", "assent.notifier.catcher.port", "8399");

    // then
    assertThat(MailKeys.server(Configs.read(catcher)))
        .contains(new SmtpSettings("127.0.0.1", 8399, Tls.NONE, null));
    assertThat(MailKeys.server(Configs.read(with(catcher, "assent.notifier.email.host", "smtp"))))
        .map(SmtpSettings::host)
        .contains("smtp");
  }

  @Test
  void shouldSendNothingWithoutAServerOrWhenSwitchedOff() {
    assertThat(MailKeys.server(Configs.read(Map.of()))).isEmpty();
    assertThat(server(Map.of("enabled", "false"))).isEmpty();
  }

  @Test
  void shouldKnowTheUsualPortAndTheUsualTls() {
    assertThat(server(Map.of())).contains(new SmtpSettings("smtp", 25, Tls.OPPORTUNISTIC, null));
    assertThat(server(LOGIN)).contains(settings(587, Tls.STARTTLS));
    assertThat(server(with(LOGIN, "port", "465"))).contains(settings(465, Tls.IMPLICIT));
    assertThat(server(with(LOGIN, "tls", "implicit"))).contains(settings(465, Tls.IMPLICIT));
    assertThat(server(with(LOGIN, "port", "2525"))).contains(settings(2525, Tls.STARTTLS));
  }

  @Test
  void shouldDoWithoutTlsWhenThatIsAskedFor() {
    assertThat(server(with(LOGIN, "tls", "none"))).contains(settings(587, Tls.NONE));
  }

  @Test
  void shouldRefuseHalfALogin() {
    assertThatThrownBy(() -> server(Map.of("username", "ada")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Expected assent.notifier.email.username and assent.notifier.email.password together,"
                + " but there is only one of them. Give both, or neither.");
    assertThatThrownBy(() -> server(Map.of("password", "secret")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldRefuseToShowAPasswordToWhoeverListens() {
    assertThatThrownBy(() -> server(with(LOGIN, "tls", "opportunistic")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("starttls or implicit");
  }

  @Test
  void shouldRefuseAPortThatIsNone() {
    assertThatThrownBy(() -> server(Map.of("port", "70000")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected assent.notifier.email.port to be from 1 to 65535, but it is 70000.");
  }

  @Test
  void shouldNotShowThePassword() {
    assertThat(server(LOGIN).orElseThrow().toString()).contains("ada").doesNotContain("secret");
  }

  private static SmtpSettings settings(int port, Tls tls) {
    return new SmtpSettings("smtp", port, tls, new Login("ada", "secret"));
  }

  private static Optional<SmtpSettings> server(Map<String, String> email) {
    Map<String, String> keys = new HashMap<>();
    keys.put("assent.notifier.email.host", "smtp");
    email.forEach((key, value) -> keys.put("assent.notifier.email." + key, value));
    return MailKeys.server(Configs.read(keys));
  }

  private static Map<String, String> with(Map<String, String> keys, String key, String value) {
    Map<String, String> all = new HashMap<>(keys);
    all.put(key, value);
    return all;
  }
}
