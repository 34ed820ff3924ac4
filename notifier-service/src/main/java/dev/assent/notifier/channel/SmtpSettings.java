package dev.assent.notifier.channel;

import org.jspecify.annotations.Nullable;

/**
 * Where mails are handed over, and how.
 *
 * @param host a name, or an address
 * @param login null where the server wants none
 */
public record SmtpSettings(String host, int port, Tls tls, @Nullable Login login) {

  /** How the connection is protected. */
  public enum Tls {
    /** With STARTTLS, and no mail without it. */
    STARTTLS,
    /** From the first byte. */
    IMPLICIT,
    /** With STARTTLS if the server offers it. */
    OPPORTUNISTIC,
    /** Not at all. */
    NONE
  }

  /** A username and its password, which no text of this shows. */
  public record Login(String username, String password) {

    @Override
    public String toString() {
      return "Login[" + username + "]";
    }
  }
}
