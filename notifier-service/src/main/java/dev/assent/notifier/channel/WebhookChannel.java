package dev.assent.notifier.channel;

import dev.assent.contract.notification.ChannelKind;
import dev.assent.notifier.delivery.Channel;
import dev.assent.notifier.delivery.DueDelivery;
import dev.assent.notifier.delivery.Outcome;
import dev.assent.notifier.domain.Lane;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * One webhook, signed per Standard Webhooks. Its {@code webhook-id} is the delivery's id and stays
 * over all attempts.
 *
 * <p>Any answer but 2xx is a failure that may pass, redirects among them: the signature is for this
 * endpoint. 410 means that the other side wants no more; the webhook is switched off until the next
 * start. The answer's body is never read.
 */
public final class WebhookChannel implements Channel {

  private static final int GONE = 410;

  private final Webhook webhook;
  private final HttpClient http;
  private final Links links;
  private final InstantSource clock;
  private final Duration timeout;
  private final int atOnce;

  public WebhookChannel(
      Webhook webhook,
      HttpClient http,
      Links links,
      InstantSource clock,
      Duration timeout,
      int atOnce) {
    this.webhook = webhook;
    this.http = http;
    this.links = links;
    this.clock = clock;
    this.timeout = timeout;
    this.atOnce = atOnce;
  }

  /** A client that goes where it is told and no further. */
  public static HttpClient client(Duration timeout) {
    return HttpClient.newBuilder()
        .connectTimeout(timeout)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  @Override
  public Lane lane() {
    return Lane.of(ChannelKind.WEBHOOK, webhook.name());
  }

  @Override
  public int atOnce() {
    return atOnce;
  }

  @Override
  public Duration timeout() {
    return timeout;
  }

  @Override
  public Outcome send(DueDelivery delivery) throws InterruptedException {
    if (webhook.isSwitchedOff()) {
      return new Outcome.GivenUp("The webhook is switched off, for it answered 410 before.");
    }
    try {
      HttpResponse<InputStream> response =
          http.send(request(delivery), BodyHandlers.ofInputStream());
      response.body().close();
      return judge(response.statusCode());
    } catch (HttpTimeoutException e) {
      return new Outcome.Retry(
          "The webhook did not answer within " + timeout.toSeconds() + " seconds.");
    } catch (IOException e) {
      return new Outcome.Retry("The webhook cannot be reached.");
    }
  }

  private Outcome judge(int status) {
    if (status == GONE) {
      webhook.switchOff();
      return new Outcome.GivenUp("The webhook answered 410 and is switched off.");
    }
    return status >= 200 && status < 300
        ? new Outcome.Sent()
        : new Outcome.Retry("The webhook answered " + status + ".");
  }

  private HttpRequest request(DueDelivery delivery) {
    byte[] body = WebhookBody.of(delivery, links);
    String id = delivery.id().toString();
    Instant now = clock.instant();
    return HttpRequest.newBuilder(webhook.url())
        .timeout(timeout)
        .header("content-type", "application/json")
        .header("user-agent", "assent-notifier")
        .header("webhook-id", id)
        .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
        .header("webhook-signature", webhook.signature().sign(id, now, body))
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }
}
