package dev.assent.backends;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * The broker's folder on disk: formatted in one step, and looked at before a broker is let near it.
 */
final class BrokerStorage {
  private static final String META = "meta.properties";

  private BrokerStorage() {}

  static void prepare(Path folder) {
    try {
      if (Folders.isMissingOrEmpty(folder)) {
        format(folder);
      }
      requireReadable(folder);
    } catch (IOException e) {
      throw new BackendsException("Cannot use the Kafka folder " + folder + ": " + e + ".", e);
    }
  }

  /**
   * Formats beside the folder and moves the result into place, so that a kill never leaves half a
   * format.
   */
  private static void format(Path folder) throws IOException {
    Path fresh = Folders.freshSibling(folder);
    try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream())) {
      new Formatter()
          .setPrintStream(silent)
          .setNodeId(1)
          .setClusterId(Uuid.randomUuid().toString())
          .addDirectory(fresh.toString())
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(fresh.toString())
          .run();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
    Files.deleteIfExists(folder);
    Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void requireReadable(Path folder) {
    Path file = folder.resolve(META);
    Properties meta = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      meta.load(in);
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(folder, META + " cannot be read", e);
    }
    for (String key : List.of("version", "cluster.id", "node.id", "directory.id")) {
      if (meta.getProperty(key, "").isBlank()) {
        throw damaged(folder, META + " has no " + key, null);
      }
    }
  }

  private static BackendsException damaged(Path folder, String what, @Nullable Throwable cause) {
    String sentence =
        ("The Kafka folder %s is damaged: %s. Restore it from a backup, or move it away to start"
                + " empty.")
            .formatted(folder, what);
    return cause == null ? new BackendsException(sentence) : new BackendsException(sentence, cause);
  }
}
