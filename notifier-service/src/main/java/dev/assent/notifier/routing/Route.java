package dev.assent.notifier.routing;

import dev.assent.contract.notification.ChannelKind;
import dev.assent.contract.plan.Assignee;
import dev.assent.kernel.process.Effect.Notify;
import dev.assent.notifier.domain.Recipient;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is told on which channel.
 *
 * <p>People who are named, themselves or by a group, get mail if they have an address. Nobody is
 * mailed about what anyone may decide: that waits in the inbox. Webhooks and the console get every
 * notice once.
 */
public final class Route {

  private final AddressBook people;
  private final Subscriptions webhooks;
  private final Channels channels;

  /** Which channels are switched on. Webhooks are by being configured. */
  public record Channels(boolean email, boolean console) {}

  public Route(AddressBook people, Subscriptions webhooks, Channels channels) {
    this.people = people;
    this.webhooks = webhooks;
    this.channels = channels;
  }

  /** The recipients of this notice, each once. */
  public Set<Recipient> of(Notify notice) {
    Set<Recipient> recipients = new LinkedHashSet<>();
    if (channels.email()) {
      notice.recipients().stream()
          .flatMap(this::people)
          .filter(person -> !person.equals(notice.except()))
          .filter(person -> people.emailOf(person).isPresent())
          .forEach(person -> recipients.add(new Recipient(ChannelKind.EMAIL, person)));
    }
    for (String name : webhooks.wanting(notice.notice())) {
      recipients.add(new Recipient(ChannelKind.WEBHOOK, name));
    }
    if (channels.console()) {
      recipients.add(Recipient.CONSOLE);
    }
    return recipients;
  }

  private Stream<String> people(Assignee assignee) {
    List<String> ids =
        switch (assignee.kind()) {
          case PERSON -> List.of(assignee.id());
          case GROUP -> people.membersOf(assignee.id());
          case ANYONE -> List.of();
        };
    return ids.stream();
  }
}
