package dev.assent.notifier.config;

import dev.assent.notifier.channel.SmtpSettings;
import dev.assent.notifier.channel.SmtpSettings.Login;
import dev.assent.notifier.channel.SmtpSettings.Tls;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where mails go, as the keys say it and what they leave open. */
final class MailKeys {

  private static final int IMPLICIT_TLS = 465;
  private static final int SUBMISSION = 587;
  private static final int RELAY = 25;
  private static final int LAST_PORT = 65_535;

  private MailKeys() {}

  /**
   * The server that was named, else the catcher of this process.
   *
   * @return nothing if mails are switched off, or have nowhere to go
   * @throws IllegalArgumentException if what they say cannot be
   */
  static Optional<SmtpSettings> server(NotifierConfig config) {
    NotifierConfig.Email email = config.email();
    if (!email.enabled()) {
      return Optional.empty();
    }
    Optional<SmtpSettings> named = email.host().map(host -> named(host, email));
    return named.or(() -> catcher(config.catcher()));
  }

  private static Optional<SmtpSettings> catcher(NotifierConfig.Catcher catcher) {
    return catcher.enabled()
        ? Optional.of(new SmtpSettings("127.0.0.1", catcher.port(), Tls.NONE, null))
        : Optional.empty();
  }

  private static SmtpSettings named(String host, NotifierConfig.Email email) {
    Login login = login(email);
    Tls tls = email.tls().orElseGet(() -> usualTls(email, login));
    if (tls == Tls.OPPORTUNISTIC && login != null) {
      throw new IllegalArgumentException(
          "Expected assent.notifier.email.tls to be starttls or implicit where there is a username,"
              + " but it is opportunistic, which lets others read the password. Where that does not"
              + " matter, none says so.");
    }
    int port = email.port().orElseGet(() -> usualPort(tls, login));
    if (port < 1 || port > LAST_PORT) {
      throw new IllegalArgumentException(
          "Expected assent.notifier.email.port to be from 1 to 65535, but it is " + port + ".");
    }
    return new SmtpSettings(host, port, tls, login);
  }

  private static @Nullable Login login(NotifierConfig.Email email) {
    if (email.username().isPresent() != email.password().isPresent()) {
      throw new IllegalArgumentException(
          "Expected assent.notifier.email.username and assent.notifier.email.password together,"
              + " but there is only one of them. Give both, or neither.");
    }
    return email
        .username()
        .map(name -> new Login(name, email.password().orElseThrow()))
        .orElse(null);
  }

  /** A password goes over no connection that anybody can read, unless that was asked for. */
  private static Tls usualTls(NotifierConfig.Email email, @Nullable Login login) {
    if (email.port().orElse(0) == IMPLICIT_TLS) {
      return Tls.IMPLICIT;
    }
    return login == null ? Tls.OPPORTUNISTIC : Tls.STARTTLS;
  }

  private static int usualPort(Tls tls, @Nullable Login login) {
    if (tls == Tls.IMPLICIT) {
      return IMPLICIT_TLS;
    }
    return login == null ? RELAY : SUBMISSION;
  }
}
