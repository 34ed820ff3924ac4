package dev.assent.approval.page;

/**
 * A point in time, as a page shows it.
 *
 * @param iso RFC 3339, for programs; the page's script rewrites the text to the reader's time zone
 * @param text for people, in the server's time zone
 * @param distance how far from now: {@code in 2 h 5 min}, {@code 3 min ago}
 */
public record Moment(String iso, String text, String distance) {}
