package dev.assent.contract.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys in the textual form of RFC 7468. */
final class Pem {

  static final String PRIVATE = "PRIVATE KEY";
  static final String PUBLIC = "PUBLIC KEY";

  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private Pem() {}

  static String write(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, LINES.encodeToString(der), label);
  }

  static PublicKey readPublic(String text) {
    try {
      return factory().generatePublic(new X509EncodedKeySpec(read(PUBLIC, text)));
    } catch (GeneralSecurityException e) {
      throw wrong(PUBLIC);
    }
  }

  static PrivateKey readPrivate(String text) {
    try {
      return factory().generatePrivate(new PKCS8EncodedKeySpec(read(PRIVATE, text)));
    } catch (GeneralSecurityException e) {
      throw wrong(PRIVATE);
    }
  }

  private static KeyFactory factory() throws GeneralSecurityException {
    return KeyFactory.getInstance(VerifyingKey.ALGORITHM);
  }

  private static byte[] read(String label, String text) {
    Matcher block =
        Pattern.compile(
                "-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]*)-----END " + label + "-----")
            .matcher(text);
    if (!block.find()) {
      throw wrong(label);
    }
    try {
      return Base64.getMimeDecoder().decode(block.group(1));
    } catch (IllegalArgumentException e) {
      throw wrong(label);
    }
  }

  /** Says nothing of what came: it may be a secret in the wrong place. */
  private static MalformedKeyException wrong(String label) {
    return new MalformedKeyException(
        "Expected an Ed25519 key in PEM, from -----BEGIN %s----- to -----END %s-----"
            .formatted(label, label));
  }
}
