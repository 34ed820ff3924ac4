package dev.assent.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version that this was built as. */
public final class Version {
  private static final String BUILT = "/META-INF/maven/dev.assent/cli/pom.properties";

  private Version() {}

  /** Such as {@code 0.1.0-SNAPSHOT}; {@code unknown} outside of a jar. */
  public static String text() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream(BUILT)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      // a jar that cannot be read: the version is the least of its problems
    }
    return properties.getProperty("version", "unknown");
  }
}
