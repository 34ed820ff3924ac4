package dev.assent.notifier.delivery;

import dev.assent.contract.notification.ChannelKind;
import dev.assent.notifier.domain.Lane;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Attempts, successes, failures and queue depths by channel. */
public final class DeliveryMetrics {

  private final MeterRegistry meters;
  private final Map<ChannelKind, AtomicLong> depths = new EnumMap<>(ChannelKind.class);

  public DeliveryMetrics(MeterRegistry meters) {
    this.meters = meters;
    for (ChannelKind channel : ChannelKind.values()) {
      if (channel != ChannelKind.AGENT) {
        depths.put(channel, depthGauge(channel));
      }
    }
  }

  void attempted(ChannelKind channel, Outcome outcome) {
    switch (outcome) {
      case Outcome.Sent _ -> {
        count("assent.notifier.attempts", channel);
        count("assent.notifier.sent", channel);
      }
      case Outcome.Retry _ -> count("assent.notifier.attempts", channel);
      case Outcome.GivenUp _ -> {
        count("assent.notifier.attempts", channel);
        count("assent.notifier.failed", channel);
      }
      case Outcome.TooOld _ -> count("assent.notifier.expired", channel);
    }
  }

  void waiting(Map<Lane, Long> byLane) {
    Map<ChannelKind, Long> byChannel = new EnumMap<>(ChannelKind.class);
    byLane.forEach((lane, count) -> byChannel.merge(lane.channel(), count, Long::sum));
    depths.forEach((channel, depth) -> depth.set(byChannel.getOrDefault(channel, 0L)));
  }

  private AtomicLong depthGauge(ChannelKind channel) {
    AtomicLong depth = new AtomicLong();
    meters.gauge("assent.notifier.queue", Tags.of("channel", tag(channel)), depth);
    return depth;
  }

  private void count(String name, ChannelKind channel) {
    meters.counter(name, "channel", tag(channel)).increment();
  }

  private static String tag(ChannelKind channel) {
    return channel.name().toLowerCase(Locale.ROOT);
  }
}
