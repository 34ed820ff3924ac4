package dev.assent.access;

import java.util.Optional;

/**
 * The key that an agent holds: {@code assent_<key id>_<secret>}. The secret has 256 random bits, so
 * one SHA-256 protects it as well as a slow hash would.
 */
record ApiKeyToken(String keyId, String secret) {

  static final String PREFIX = "assent_";

  private static final int MAX_LENGTH = 256;

  static ApiKeyToken random() {
    return new ApiKeyToken(Secrets.hex(6), Secrets.hex(32));
  }

  static Optional<ApiKeyToken> parse(String token) {
    int end = token.indexOf('_', PREFIX.length());
    if (!token.startsWith(PREFIX) || token.length() > MAX_LENGTH || end < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new ApiKeyToken(token.substring(PREFIX.length(), end), token.substring(end + 1)));
  }

  byte[] secretSha256() {
    return Secrets.sha256(secret);
  }

  String text() {
    return PREFIX + keyId + "_" + secret;
  }

  @Override
  public String toString() {
    return PREFIX + keyId + "_...";
  }
}
