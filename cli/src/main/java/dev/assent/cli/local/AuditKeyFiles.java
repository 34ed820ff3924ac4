package dev.assent.cli.local;

import dev.assent.access.AuditKeys;
import dev.assent.access.MalformedFileException;
import dev.assent.cli.CliException;
import dev.assent.contract.signature.MalformedKeyException;
import dev.assent.contract.signature.VerifyingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The public keys that auditors trust, in PEM. */
public final class AuditKeyFiles {

  private AuditKeyFiles() {}

  /**
   * All that signed in this installation.
   *
   * @throws CliException if one of its files is broken
   */
  public static List<String> of(DataFolder folder) {
    try {
      return AuditKeys.published(folder.config()).stream().map(VerifyingKey::pem).toList();
    } catch (MalformedFileException e) {
      throw CliException.failed(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The key in a file.
   *
   * @throws CliException if there is none
   */
  public static String read(Path file) {
    try {
      return VerifyingKey.ofPem(Files.readString(file)).pem();
    } catch (MalformedKeyException e) {
      throw CliException.failed("%s holds no key: %s.".formatted(file, e.getMessage()), e);
    } catch (IOException e) {
      throw CliException.failed("The key %s cannot be read (%s).".formatted(file, e), e);
    }
  }
}
