package dev.assent.notifier.channel;

import dev.assent.contract.notification.NoticeKind;
import dev.assent.notifier.routing.Subscriptions;
import java.util.Collection;
import java.util.List;

/** All webhooks that are configured. */
public record Webhooks(List<Webhook> all) implements Subscriptions {

  public Webhooks {
    all = List.copyOf(all);
  }

  @Override
  public Collection<String> wanting(NoticeKind kind) {
    return all.stream().filter(webhook -> webhook.wants(kind)).map(Webhook::name).toList();
  }
}
