package dev.assent.notifier.channel;

import dev.assent.contract.notification.NoticeKind;
import java.net.URI;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An endpoint of somebody else that wants to be told. */
public final class Webhook {

  private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);

  private final String name;
  private final URI url;
  private final WebhookSignature signature;
  private final Set<NoticeKind> events;
  private final AtomicBoolean switchedOff = new AtomicBoolean();

  /**
   * A webhook as it is configured.
   *
   * @param secrets {@code whsec_} and Base64; several while one is being replaced
   * @param events what it wants; empty: everything
   * @throws IllegalArgumentException saying what is wrong with which key, without the secret
   */
  public Webhook(String name, URI url, List<String> secrets, Collection<NoticeKind> events) {
    this.name = name;
    this.url = checked(name, url);
    this.signature = signature(name, secrets);
    this.events = events.isEmpty() ? EnumSet.allOf(NoticeKind.class) : EnumSet.copyOf(events);
  }

  public String name() {
    return name;
  }

  URI url() {
    return url;
  }

  WebhookSignature signature() {
    return signature;
  }

  /** Whether it is to be told of this. */
  public boolean wants(NoticeKind kind) {
    return events.contains(kind) && !switchedOff.get();
  }

  boolean isSwitchedOff() {
    return switchedOff.get();
  }

  /** Tells it nothing more, until the next start. */
  void switchOff() {
    if (switchedOff.compareAndSet(false, true)) {
      LOG.warn(
          "webhook={} answered 410 and is told nothing more until the next start; remove it from"
              + " the configuration",
          name);
    }
  }

  private static URI checked(String name, URI url) {
    boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!web || url.getHost() == null || url.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "Expected assent.notifier.webhooks."
              + name
              + ".url to be an http or https URL with a host and without a password, but it is not."
              + " Correct it.");
    }
    return url;
  }

  private static WebhookSignature signature(String name, List<String> secrets) {
    try {
      return new WebhookSignature(secrets);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "assent.notifier.webhooks." + name + ".secret: " + e.getMessage(), e);
    }
  }
}
