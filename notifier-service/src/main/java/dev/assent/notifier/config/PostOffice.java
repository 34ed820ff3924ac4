package dev.assent.notifier.config;

import dev.assent.eventlog.view.OwnedPartitions;
import dev.assent.eventlog.view.Projection;
import dev.assent.notifier.channel.ConsoleChannel;
import dev.assent.notifier.channel.EmailChannel;
import dev.assent.notifier.channel.Links;
import dev.assent.notifier.channel.MailComposer;
import dev.assent.notifier.channel.MailServer;
import dev.assent.notifier.channel.SmtpSettings;
import dev.assent.notifier.channel.Webhook;
import dev.assent.notifier.channel.WebhookChannel;
import dev.assent.notifier.channel.Webhooks;
import dev.assent.notifier.delivery.Backoff;
import dev.assent.notifier.delivery.Bell;
import dev.assent.notifier.delivery.Channel;
import dev.assent.notifier.delivery.DeliveryMetrics;
import dev.assent.notifier.delivery.DeliveryWorker.Office;
import dev.assent.notifier.delivery.LaneKeeper;
import dev.assent.notifier.delivery.Receipts;
import dev.assent.notifier.postgres.PostgresDeliveries;
import dev.assent.notifier.routing.AddressBook;
import dev.assent.notifier.routing.Route;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of the voice, put together: routing, the projections that use it, and the lanes. */
public final class PostOffice implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);

  private final Webhooks webhooks;
  private final Route route;
  private final Office office;
  private final LaneKeeper lanes;
  private final List<Channel> channels;

  /**
   * What the parts need from outside.
   *
   * @param tls of the mail server: knows which certificates are trusted; reading those takes a
   *     while, so it is only asked where there is TLS
   * @param publicUrl where links in notices lead
   * @param console where the console channel writes
   */
  public record Surroundings(
      DataSource database,
      Receipts receipts,
      AddressBook people,
      Supplier<SSLSocketFactory> tls,
      MeterRegistry meters,
      InstantSource clock,
      URI publicUrl,
      PrintStream console) {}

  public PostOffice(NotifierConfig config, Surroundings around) {
    webhooks = webhooks(config);
    Optional<SmtpSettings> mail = MailKeys.server(config);
    if (config.email().enabled() && mail.isEmpty()) {
      LOG.warn("no mail is sent: assent.notifier.email.host names no server");
    }
    route =
        new Route(
            around.people(), webhooks, new Route.Channels(mail.isPresent(), config.console()));
    office =
        new Office(
            new PostgresDeliveries(around.database()),
            around.receipts(),
            new OwnedPartitions(),
            new Bell(),
            backoff(config.retry()),
            new DeliveryMetrics(around.meters()),
            around.clock(),
            config.maxAge());
    lanes = new LaneKeeper(office);
    channels = channels(config, mail, around, webhooks);
  }

  /** A projection for one loop; what it owns, the lanes deliver. */
  public Projection projection() {
    return NotifierView.projection((notice, told) -> route.of(told), office.owned(), office.bell());
  }

  public void start() {
    lanes.start(channels);
  }

  @Override
  public void close() {
    lanes.close();
  }

  private static Webhooks webhooks(NotifierConfig config) {
    List<Webhook> all = new ArrayList<>();
    config
        .webhooks()
        .forEach(
            (name, keys) ->
                all.add(
                    new Webhook(name, keys.url(), keys.secret(), keys.events().orElse(List.of()))));
    return new Webhooks(all);
  }

  private static Backoff backoff(NotifierConfig.Retry retry) {
    return new Backoff(
        new Backoff.Settings(retry.first(), retry.longest(), retry.attempts()),
        bound -> ThreadLocalRandom.current().nextLong(bound));
  }

  private static List<Channel> channels(
      NotifierConfig config, Optional<SmtpSettings> mail, Surroundings around, Webhooks webhooks) {
    Links links = new Links(around.publicUrl());
    List<Channel> channels = new ArrayList<>();
    mail.ifPresent(
        server ->
            channels.add(
                new EmailChannel(
                    new MailServer(server, around.tls(), links.ownName()),
                    new MailComposer(
                        config.email().from(), links, config.timeZone(), around.clock()),
                    around.people(),
                    config.email().timeout(),
                    config.email().concurrency())));
    if (!webhooks.all().isEmpty()) {
      HttpClient http = WebhookChannel.client(config.webhookTimeout());
      for (Webhook webhook : webhooks.all()) {
        channels.add(
            new WebhookChannel(
                webhook,
                http,
                links,
                around.clock(),
                config.webhookTimeout(),
                config.webhookConcurrency()));
      }
    }
    if (config.console()) {
      channels.add(new ConsoleChannel(around.console(), links));
    }
    return channels;
  }
}
