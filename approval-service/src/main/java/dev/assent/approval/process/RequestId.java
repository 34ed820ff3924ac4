package dev.assent.approval.process;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of an input that came with a sender's own key. Events name it as their cause, so that what
 * was asked under a key is known for as long as the log is.
 *
 * @param key the same for the same key of the same sender at the same place
 * @param digest of what was asked, as 32 hexadecimal digits
 */
public record RequestId(UUID key, String digest) {

  private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})\\.([0-9a-f]{32})");

  /** Reads an input's id; most are of another form, which their senders chose. */
  static Optional<RequestId> parse(String input) {
    Matcher parts = FORM.matcher(input);
    try {
      return parts.matches()
          ? Optional.of(new RequestId(UUID.fromString(parts.group(1)), parts.group(2)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether the two came under one key and do not ask for the same. */
  boolean contradicts(RequestId other) {
    return key.equals(other.key) && !digest.equals(other.digest);
  }

  @Override
  public String toString() {
    return key + "." + digest;
  }
}
