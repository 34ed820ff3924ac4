package dev.assent.notifier.page;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request comes from this computer, and not through a proxy or a page of another site.
 */
final class Loopback {

  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private Loopback() {}

  /**
   * Judges a request.
   *
   * @param remote the address of the other end, a literal
   * @param host the header, with or without a port: another name means that a site of somebody else
   *     had it resolved to this computer
   * @param forwarded whether a proxy says that it speaks for somebody
   */
  static boolean isDirect(@Nullable String remote, @Nullable String host, boolean forwarded) {
    return remote != null
        && host != null
        && !forwarded
        && isLoopback(remote)
        && NAMES.contains(withoutPort(host).toLowerCase(Locale.ROOT));
  }

  private static boolean isLoopback(String literal) {
    try {
      return InetAddress.ofLiteral(literal).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }
}
