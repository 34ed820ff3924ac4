package dev.assent.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A password as it is stored: {@code pbkdf2-sha256$<iterations>$<salt>$<hash>}, both Base64. */
final class PasswordHash {

  /** What OWASP asks for PBKDF2 with SHA-256. */
  static final int ITERATIONS = 600_000;

  /** Longer ones are refused unread: hashing them would cost the server, not the guesser. */
  static final int MAX_LENGTH = 1024;

  static final String FORM = "pbkdf2-sha256$<iterations>$<salt>$<hash>";

  private static final Pattern STORED =
      Pattern.compile(
          "pbkdf2-sha256\\$([1-9][0-9]{0,6})\\$([A-Za-z0-9+/]+=*)\\$([A-Za-z0-9+/]+=*)");
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final int iterations;
  private final byte[] salt;
  private final byte[] hash;

  private PasswordHash(int iterations, byte[] salt, byte[] hash) {
    this.iterations = iterations;
    this.salt = salt;
    this.hash = hash;
  }

  static PasswordHash of(String password) {
    return of(password, ITERATIONS);
  }

  static PasswordHash of(String password, int iterations) {
    byte[] salt = Secrets.bytes(SALT_BYTES);
    return new PasswordHash(iterations, salt, derive(password, salt, iterations));
  }

  /** One that no password matches; to find that out takes as long as with any other. */
  static PasswordHash ofNobody() {
    return new PasswordHash(ITERATIONS, Secrets.bytes(SALT_BYTES), Secrets.bytes(HASH_BYTES));
  }

  static Optional<PasswordHash> parse(String stored) {
    Matcher parts = STORED.matcher(stored);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      byte[] salt = Base64.getDecoder().decode(parts.group(2));
      byte[] hash = Base64.getDecoder().decode(parts.group(3));
      return hash.length == HASH_BYTES
          ? Optional.of(new PasswordHash(Integer.parseInt(parts.group(1)), salt, hash))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  boolean matches(String password) {
    return MessageDigest.isEqual(hash, derive(password, salt, iterations));
  }

  String text() {
    Base64.Encoder base64 = Base64.getEncoder();
    return "pbkdf2-sha256$%d$%s$%s"
        .formatted(iterations, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    // The same password typed on another keyboard may arrive decomposed.
    char[] chars = Normalizer.normalize(password, Normalizer.Form.NFC).toCharArray();
    PBEKeySpec spec = new PBEKeySpec(chars, salt, iterations, HASH_BYTES * 8);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has PBKDF2WithHmacSHA256", e);
    } finally {
      spec.clearPassword();
    }
  }
}
