package dev.assent.auditor.view;

import dev.assent.contract.notification.ChannelKind;
import dev.assent.kernel.process.Effect.Notify;
import dev.assent.notifier.domain.Recipient;
import dev.assent.notifier.kafka.Recipients;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Those who were told, as the view names them. The directory and the settings of the moment decide
 * who is told, and the log knows neither: so who it was is taken from the view, and everything else
 * about it must follow from the log. It takes some 120 bytes a delivery.
 */
final class LiveRecipients implements Recipients {

  private final LiveViews views;
  private @Nullable Map<UUID, List<Recipient>> byNotice;

  LiveRecipients(LiveViews views) {
    this.views = views;
  }

  @Override
  public Collection<Recipient> of(UUID notice, Notify told) {
    Map<UUID, List<Recipient>> all = byNotice;
    if (all == null) {
      all = load();
      byNotice = all;
    }
    return all.getOrDefault(notice, List.of());
  }

  private Map<UUID, List<Recipient>> load() {
    Map<UUID, List<Recipient>> all = new HashMap<>();
    Map<Recipient, Recipient> known = new HashMap<>();
    try {
      views.query(
          "select notice_id, channel, recipient from notifier.deliveries",
          row -> {
            Recipient one = new Recipient(ChannelKind.valueOf(row.getString(2)), row.getString(3));
            all.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>(1))
                .add(known.computeIfAbsent(one, same -> same));
          });
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException("the deliveries cannot be read: " + e.getMessage(), e);
    }
  }
}
