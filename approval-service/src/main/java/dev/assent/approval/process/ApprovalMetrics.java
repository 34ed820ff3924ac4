package dev.assent.approval.process;

import dev.assent.contract.outcome.RefusalCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What operators see of decisions: how many were accepted, refused and for what, and held. */
public final class ApprovalMetrics {

  private final Counter accepted;
  private final Counter quarantined;
  private final Map<RefusalCode, Counter> refused = new EnumMap<>(RefusalCode.class);

  public ApprovalMetrics(MeterRegistry registry) {
    accepted = Counter.builder("assent.approval.accepted").register(registry);
    quarantined = Counter.builder("assent.approval.quarantined").register(registry);
    for (RefusalCode code : RefusalCode.values()) {
      refused.put(
          code,
          Counter.builder("assent.approval.refused")
              .tag("code", code.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
  }

  void accepted() {
    accepted.increment();
  }

  void refused(RefusalCode code) {
    Counter counter = refused.get(code);
    if (counter != null) {
      counter.increment();
    }
  }

  void quarantined() {
    quarantined.increment();
  }
}
