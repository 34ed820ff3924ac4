package dev.assent.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs texts with the key in {@code session.key} (HMAC-SHA256). Each use has a purpose, so that
 * what was signed for one can never pass for another.
 */
public final class Signer {

  static final String FILE = "session.key";

  private static final Pattern HEX_KEY = Pattern.compile("[0-9a-f]{64}");

  private final Supplier<SecretKeySpec> key;

  Signer(Supplier<SecretKeySpec> key) {
    this.key = key;
  }

  static SecretKeySpec readKey(byte[] content) {
    String text = new String(content, StandardCharsets.US_ASCII).strip();
    if (!HEX_KEY.matcher(text).matches()) {
      throw new MalformedFileException(
          "Expected %s to be one line of 64 lower-case hex digits, but came %d characters of another form. Delete it and start again: people must then sign in again."
              .formatted(FILE, text.length()));
    }
    return new SecretKeySpec(HexFormat.of().parseHex(text), "HmacSHA256");
  }

  static byte[] newKey() {
    return (Secrets.hex(32) + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** The signature, 43 characters safe in URLs and cookies. */
  public String sign(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key.get());
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", e);
    }
  }

  /** Whether this is the signature; takes as long for a wrong one as for the right one. */
  public boolean verify(String purpose, String text, String signature) {
    return MessageDigest.isEqual(
        sign(purpose, text).getBytes(StandardCharsets.US_ASCII),
        signature.getBytes(StandardCharsets.UTF_8));
  }
}
