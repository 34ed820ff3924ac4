package dev.assent.notifier.channel;

import dev.assent.contract.id.IntentId;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where people go from a notice. Such a link shows and never decides: whoever opens it, be it a
 * mail scanner, changes nothing, and may open it again.
 */
public final class Links {

  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+");

  private final String base;
  private final String host;

  /**
   * Links to this site.
   *
   * @param publicUrl where people's browsers reach it, with or without a path
   */
  public Links(URI publicUrl) {
    String text = publicUrl.toString();
    if (publicUrl.getHost() == null) {
      throw new IllegalArgumentException(
          "Expected assent.public-url to be like https://assent.example.org, but it is \""
              + text
              + "\". Correct it.");
    }
    base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    host = publicUrl.getHost();
  }

  String task(IntentId intent) {
    return base + "/tasks/" + intent;
  }

  /** What this side calls itself to mail servers: a name, or an address in brackets (RFC 5321). */
  public String ownName() {
    return ADDRESS.matcher(host).matches() ? "[" + host + "]" : host;
  }

  /** The domain of message ids. */
  String host() {
    return host;
  }
}
