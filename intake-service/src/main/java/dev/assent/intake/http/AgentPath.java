package dev.assent.intake.http;

/** The agent that a path names: clients write its address in several ways. */
final class AgentPath {

  private static final String SCHEME = "agent://";

  private AgentPath() {}

  /**
   * Whether the path names this address: whole, without its scheme, or by its last part alone,
   * which stands for the agent of that name beside the caller.
   *
   * @param path decoded; some servers and clients make one slash of two
   */
  static boolean names(String path, String address) {
    String named = withoutScheme(path);
    String known = withoutScheme(address);
    return named.equals(known)
        || (named.indexOf('/') < 0 && named.equals(known.substring(known.lastIndexOf('/') + 1)));
  }

  private static String withoutScheme(String text) {
    if (text.startsWith(SCHEME)) {
      return text.substring(SCHEME.length());
    }
    return text.startsWith("agent:/") ? text.substring("agent:/".length()) : text;
  }
}
