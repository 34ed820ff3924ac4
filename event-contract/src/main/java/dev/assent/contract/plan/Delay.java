package dev.assent.contract.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Time passes. */
public record Delay(String id, Duration length, @Nullable String reason, @Nullable String onSuccess)
    implements Step {}
