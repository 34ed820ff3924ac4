package dev.assent.contract.signature;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;

/** An Ed25519 key that signs. It never leaves its owner's hands; its public half may. */
public final class SigningKey {

  private final PrivateKey secret;
  private final VerifyingKey publicKey;

  private SigningKey(PrivateKey secret, VerifyingKey publicKey) {
    this.secret = secret;
    this.publicKey = publicKey;
  }

  public static SigningKey generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(VerifyingKey.ALGORITHM).generateKeyPair();
      return new SigningKey(pair.getPrivate(), new VerifyingKey(pair.getPublic()));
    } catch (GeneralSecurityException e) {
      throw VerifyingKey.missing(e);
    }
  }

  /**
   * Reads what {@link #pem} wrote: the private key and, below it, the public one.
   *
   * @throws MalformedKeyException if it is anything else, or the halves do not belong together
   */
  public static SigningKey ofPem(String text) {
    VerifyingKey publicKey = VerifyingKey.ofPem(text);
    SigningKey key = new SigningKey(Pem.readPrivate(text), publicKey);
    byte[] probe = {1};
    if (!publicKey.verifies(probe, key.sign(probe))) {
      throw new MalformedKeyException(
          "Expected a private key and its own public key, but they do not belong together");
    }
    return key;
  }

  /** Both halves as PEM (PKCS #8 and SubjectPublicKeyInfo). */
  public String pem() {
    return Pem.write(Pem.PRIVATE, secret.getEncoded()) + publicKey.pem();
  }

  public VerifyingKey publicKey() {
    return publicKey;
  }

  /** The signature, 64 bytes. */
  public byte[] sign(byte[] content) {
    try {
      Signature signature = Signature.getInstance(VerifyingKey.ALGORITHM);
      signature.initSign(secret);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw VerifyingKey.missing(e);
    }
  }
}
