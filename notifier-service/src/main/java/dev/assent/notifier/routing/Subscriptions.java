package dev.assent.notifier.routing;

import dev.assent.contract.notification.NoticeKind;
import java.util.Collection;

/** Which webhooks want to know of what. */
public interface Subscriptions {

  /** The names of those that want notices of this kind and were not switched off. */
  Collection<String> wanting(NoticeKind kind);
}
