package dev.assent.notifier.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as Standard Webhooks says: HMAC-SHA256 over id, seconds and body, joined by dots. With
 * several secrets there are several signatures, so that a secret can be replaced without a gap.
 */
final class WebhookSignature {

  private static final String PREFIX = "whsec_";
  private static final int SHORTEST_KEY = 24;
  private static final int LONGEST_KEY = 64;

  private final List<SecretKeySpec> keys;

  /**
   * A signer with these secrets.
   *
   * @throws IllegalArgumentException if one is not {@code whsec_} and 24 to 64 bytes in Base64; the
   *     message does not quote it
   */
  WebhookSignature(List<String> secrets) {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("Expected a secret, but there is none.");
    }
    keys = secrets.stream().map(WebhookSignature::key).toList();
  }

  /** The value of the header {@code webhook-signature}. */
  String sign(String id, Instant at, byte[] body) {
    byte[] head = (id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
    return keys.stream().map(key -> "v1," + hmac(key, head, body)).collect(Collectors.joining(" "));
  }

  private static String hmac(SecretKeySpec key, byte[] head, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(head);
      mac.update(body);
      return Base64.getEncoder().encodeToString(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", e);
    }
  }

  private static SecretKeySpec key(String secret) {
    byte[] key = decode(secret.strip());
    if (key.length < SHORTEST_KEY || key.length > LONGEST_KEY) {
      throw malformed();
    }
    return new SecretKeySpec(key, "HmacSHA256");
  }

  private static byte[] decode(String secret) {
    if (!secret.startsWith(PREFIX)) {
      throw malformed();
    }
    try {
      return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException(
        "Expected a secret like whsec_ and 24 to 64 random bytes in Base64, but came another. Make"
            + " one with: echo \"whsec_$(head -c 32 /dev/urandom | base64)\"");
  }
}
