package dev.assent.contract.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * UUIDs derived from names, so that whoever repeats a request meets the same id.
 *
 * <p>RFC 9562 version 8: the first 122 free bits of a SHA-256 over the length-prefixed parts.
 * Version 5 would do the same with SHA-1, for which collisions can be made.
 */
public final class NamedUuid {

  private NamedUuid() {}

  /** The id of this list of names; {@code ("ab","c")} and {@code ("a","bc")} differ. */
  public static UUID of(String... parts) {
    MessageDigest sha = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      sha.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
      sha.update(bytes);
    }
    ByteBuffer hash = ByteBuffer.wrap(sha.digest());
    long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** {@link UUID#fromString} also takes {@code 1-1-1-1-1}, and then two texts name one thing. */
  static UUID parse(String text) {
    UUID id = UUID.fromString(text);
    if (text.length() != 36) {
      throw new IllegalArgumentException("Invalid UUID string: " + text);
    }
    return id;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
