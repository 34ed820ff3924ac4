package dev.assent.notifier.config;

import dev.assent.contract.notification.NoticeKind;
import dev.assent.notifier.channel.SmtpSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The keys of the voice. */
@ConfigMapping(prefix = "assent.notifier")
public interface NotifierConfig {

  /** Whether every notice is a line on standard output. */
  @WithDefault("false")
  boolean console();

  /** In which zone mails write due times. */
  @WithDefault("UTC")
  ZoneId timeZone();

  /** How old a notice that asks for nothing may be and still be sent; older ones are no news. */
  @WithDefault("PT48H")
  Duration maxAge();

  Email email();

  Retry retry();

  /** How long a webhook may take to answer. */
  @WithDefault("PT10S")
  Duration webhookTimeout();

  /** How many requests one webhook gets at once. */
  @WithDefault("4")
  int webhookConcurrency();

  /** Endpoints that are told, by name. */
  Map<String, WebhookKeys> webhooks();

  Catcher catcher();

  /** Mail. */
  interface Email {

    /** Whether mails are sent where there is a server, or the catcher, to send them to. */
    @WithDefault("true")
    boolean enabled();

    /** An address, with or without a name before it. */
    @WithDefault("Assent <assent@localhost>")
    String from();

    /** The mail server. */
    Optional<String> host();

    /** Default: 465 with implicit TLS, 587 with a username, else 25. */
    OptionalInt port();

    Optional<String> username();

    Optional<String> password();

    /**
     * Default: implicit on port 465, STARTTLS with a username, else opportunistic. Certificates
     * other than the JVM trusts are those of {@code quarkus.tls.mail.trust-store.*}.
     */
    Optional<SmtpSettings.Tls> tls();

    /** How long the mail server may take over one mail. */
    @WithDefault("PT20S")
    Duration timeout();

    /** How many mails are sent at once. */
    @WithDefault("8")
    int concurrency();
  }

  /** What happens after an attempt failed. */
  interface Retry {

    /** The longest pause after the first failure; doubled after each further one. */
    @WithDefault("PT10S")
    Duration first();

    @WithDefault("PT4H")
    Duration longest();

    /** How many attempts there are in all; with the other defaults they take about half a day. */
    @WithDefault("16")
    int attempts();
  }

  /** One endpoint. */
  interface WebhookKeys {

    URI url();

    /** {@code whsec_} and Base64; two of them, divided by a comma, while one is replaced. */
    List<String> secret();

    /** Which notices it wants, such as {@code task_assigned,decided}. Default: all. */
    Optional<List<NoticeKind>> events();
  }

  /** The mail server inside this process that keeps what it gets: for development. */
  interface Catcher {

    @WithDefault("false")
    boolean enabled();

    @WithDefault("8325")
    int port();

    /** How many mails are kept; the oldest goes first. */
    @WithDefault("200")
    int keep();
  }
}
