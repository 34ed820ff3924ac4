package dev.assent.contract.signature;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

/** The public half of a {@link SigningKey}: checks signatures, and may be given to anyone. */
public final class VerifyingKey {

  static final String ALGORITHM = "Ed25519";

  private final PublicKey key;

  VerifyingKey(PublicKey key) {
    this.key = key;
  }

  /**
   * Reads a public key in PEM, such as {@code openssl pkey -pubout} writes; what stands around it
   * is passed over.
   *
   * @throws MalformedKeyException if there is none, or it is no Ed25519 key
   */
  public static VerifyingKey ofPem(String text) {
    return new VerifyingKey(Pem.readPublic(text));
  }

  public String pem() {
    return Pem.write(Pem.PUBLIC, key.getEncoded());
  }

  /** What the key is called: SHA-256 of its DER form, 64 hex digits. */
  public String digest() {
    return Sha256.hex(key.getEncoded());
  }

  /** Whether the signature is of this content and this key; false for what is no signature. */
  public boolean verifies(byte[] content, byte[] signature) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(content);
      return check.verify(signature);
    } catch (SignatureException e) {
      return false;
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("an Ed25519 key that is none", e);
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  static IllegalStateException missing(GeneralSecurityException cause) {
    return new IllegalStateException("every Java runtime has " + ALGORITHM, cause);
  }
}
