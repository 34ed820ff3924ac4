package dev.assent.approval.postgres;

import dev.assent.contract.json.ContractJson;
import dev.assent.eventlog.postgres.StorableText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Values as the view's columns take them; all of them as text. */
final class Cells {

  /** The last instant that PostgreSQL reads in this form. */
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private Cells() {}

  static @Nullable String text(@Nullable String value) {
    return value == null ? null : StorableText.of(value);
  }

  static @Nullable String json(@Nullable Object value) {
    return value == null
        ? null
        : StorableText.of(new String(ContractJson.write(value), StandardCharsets.UTF_8));
  }

  static @Nullable String time(@Nullable Instant at) {
    return at == null ? null : (at.isAfter(LATEST) ? LATEST : at).toString();
  }
}
