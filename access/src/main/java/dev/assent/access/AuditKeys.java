package dev.assent.access;

import dev.assent.contract.signature.MalformedKeyException;
import dev.assent.contract.signature.SigningKey;
import dev.assent.contract.signature.VerifyingKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs checkpoints, and the public halves of all keys that ever did.
 *
 * <p>{@code audit.key} is made when it is missing. To change it, move it away and start again: its
 * public half stays in {@code audit-keys}, so that what it signed can still be checked.
 */
public final class AuditKeys {

  private static final int NAME_LENGTH = 16;

  private final SigningKey signing;
  private final Map<String, VerifyingKey> known;

  private AuditKeys(SigningKey signing, Map<String, VerifyingKey> known) {
    this.signing = signing;
    this.known = Map.copyOf(known);
  }

  /**
   * Opens the folder's keys, and makes the first one. Safe to call by several processes at once.
   *
   * @throws MalformedFileException naming the file that is broken
   */
  public static AuditKeys open(Path configFolder) {
    AccessFiles files = new AccessFiles(configFolder);
    SigningKey signing = SecretFiles.locked(files, () -> signingKey(files));
    return new AuditKeys(signing, published(files));
  }

  /**
   * The public keys of a folder, without making one; empty if nothing was ever signed.
   *
   * @throws MalformedFileException naming the file that is broken
   */
  public static List<VerifyingKey> published(Path configFolder) {
    return List.copyOf(published(new AccessFiles(configFolder)).values());
  }

  /** The key that signs from now on. */
  public SigningKey signing() {
    return signing;
  }

  /** The public half of the key of this digest; null if it never signed here. */
  public @Nullable VerifyingKey byDigest(String digest) {
    return known.get(digest);
  }

  private static SigningKey signingKey(AccessFiles files) {
    if (Files.exists(files.auditKey())) {
      SigningKey key = read(files.auditKey(), SigningKey::ofPem);
      publish(files, key.publicKey());
      return key;
    }
    SigningKey made = SigningKey.generate();
    // The public half first: what is signed must never be without it.
    publish(files, made.publicKey());
    SecretFiles.replace(files.auditKey(), made.pem().getBytes(StandardCharsets.US_ASCII));
    return made;
  }

  private static void publish(AccessFiles files, VerifyingKey key) {
    Path file = files.auditKeys().resolve(key.digest().substring(0, NAME_LENGTH) + ".pem");
    if (!Files.exists(file)) {
      SecretFiles.createFolder(files.auditKeys());
      SecretFiles.replace(file, key.pem().getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static Map<String, VerifyingKey> published(AccessFiles files) {
    Map<String, VerifyingKey> keys = new HashMap<>();
    if (!Files.isDirectory(files.auditKeys())) {
      return keys;
    }
    try (Stream<Path> found = Files.list(files.auditKeys())) {
      found
          .filter(file -> file.toString().endsWith(".pem"))
          .map(file -> read(file, VerifyingKey::ofPem))
          .forEach(key -> keys.put(key.digest(), key));
    } catch (IOException e) {
      throw new UncheckedIOException("Expected to list " + files.auditKeys() + ".", e);
    }
    return keys;
  }

  private static <T> T read(Path file, Function<String, T> reader) {
    try {
      return Reloading.read(
          file, bytes -> reader.apply(new String(bytes, StandardCharsets.US_ASCII)));
    } catch (MalformedKeyException e) {
      throw new MalformedFileException(file + " is no key: " + e.getMessage() + ".", e);
    }
  }
}
