package dev.assent.access;

import java.util.regex.Pattern;

/**
 * Addresses of agents: {@code agent://org/workspace/name}, and the older forms with one or two
 * parts, {@code agent://org/name} and {@code agent://name}.
 */
public final class AgentAddress {

  /** The form in words, for messages. */
  public static final String FORM =
      "agent://org/workspace/name with 1 to 3 parts of letters, digits and . _ - within";

  private static final int MAX_LENGTH = 383;
  private static final String PART = "[a-zA-Z0-9](?:[a-zA-Z0-9._-]*[a-zA-Z0-9])?";
  private static final Pattern ADDRESS =
      Pattern.compile("agent://" + PART + "(?:/" + PART + "){0,2}");

  private AgentAddress() {}

  public static boolean isValid(String text) {
    return text.length() <= MAX_LENGTH && ADDRESS.matcher(text).matches();
  }
}
