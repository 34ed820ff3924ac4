package dev.assent.approval.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes points in time for people; the assets' script writes the very same words. */
public final class Times {

  private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
  private static final DateTimeFormatter THIS_YEAR =
      DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.UK);
  private static final DateTimeFormatter OTHER =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK);
  private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.UK);

  private final InstantSource clock;
  private final ZoneId zone;

  public Times(InstantSource clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  public Instant now() {
    return clock.instant();
  }

  public Moment moment(Instant at) {
    return new Moment(at.toString(), text(at), distance(Duration.between(now(), at)));
  }

  public @Nullable Moment momentOrNull(@Nullable Instant at) {
    return at == null ? null : moment(at);
  }

  private String text(Instant instant) {
    ZonedDateTime at = instant.atZone(zone);
    ZonedDateTime today = now().atZone(zone);
    DateTimeFormatter format =
        at.toLocalDate().equals(today.toLocalDate())
            ? TODAY
            : at.getYear() == today.getYear() ? THIS_YEAR : OTHER;
    return format.format(at) + " " + ZONE.format(at);
  }

  /** {@code in 2 h 5 min}, {@code in less than a minute}, {@code just now}, {@code 3 days ago}. */
  static String distance(Duration fromNow) {
    boolean past = fromNow.isNegative();
    long minutes = fromNow.abs().toMinutes();
    if (minutes == 0) {
      return past ? "just now" : "in less than a minute";
    }
    return past ? length(minutes) + " ago" : "in " + length(minutes);
  }

  private static String length(long minutes) {
    if (minutes < 60) {
      return minutes + " min";
    }
    long hours = minutes / 60;
    if (hours < 24) {
      return joined(hours + " h", minutes % 60, "min");
    }
    long days = hours / 24;
    return days < 7
        ? joined(days + (days == 1 ? " day" : " days"), hours % 24, "h")
        : days + " days";
  }

  private static String joined(String large, long small, String unit) {
    return small == 0 ? large : large + " " + small + " " + unit;
  }
}
