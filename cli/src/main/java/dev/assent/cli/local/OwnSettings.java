package dev.assent.cli.local;

import dev.assent.cli.CliException;
import dev.assent.cli.Failures;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;

/** What somebody wrote down for the services of a data folder, if they did. */
public final class OwnSettings {

  private final Properties keys;

  private OwnSettings(Properties keys) {
    this.keys = keys;
  }

  /**
   * Reads them.
   *
   * @throws CliException if the file is there and cannot be read
   */
  public static OwnSettings of(DataFolder folder) {
    Path file = folder.config().resolve("application.properties");
    Properties keys = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      keys.load(in);
      return new OwnSettings(keys);
    } catch (NoSuchFileException e) {
      return new OwnSettings(keys);
    } catch (IOException | IllegalArgumentException e) {
      throw CliException.failed("Cannot read %s. %s".formatted(file, Failures.reason(e)), e);
    }
  }

  /** Whether mails stay here, for there is no server to send them to. */
  public boolean catchMails() {
    return !say("assent.notifier.email.host");
  }

  boolean say(String key) {
    return !keys.getProperty(key, "").isBlank();
  }
}
