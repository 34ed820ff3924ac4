package dev.assent.edge;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where to go after sign-in: only ever a page of this site. */
public final class LocalPath {

  private LocalPath() {}

  /** The text if it is a path on this site, else the fallback. */
  public static String orElse(@Nullable String text, String fallback) {
    return text != null && isLocal(text) ? text : fallback;
  }

  /** Browsers read // and /\ as the beginning of another host, and drop control characters. */
  private static boolean isLocal(String text) {
    return text.length() <= 2048
        && text.startsWith("/")
        && !text.startsWith("//")
        && text.indexOf('\\') < 0
        && text.chars().noneMatch(c -> c < 0x20 || c == 0x7f)
        && isUri(text);
  }

  /** Redirects are built from URIs, and a path that is none would end in a bug's answer. */
  private static boolean isUri(String text) {
    try {
      return new URI(text).getRawAuthority() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
