package dev.assent.contract.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files that code writes and people commit: compared to the byte, rewritten only when told to. */
public final class Committed {

  private static final boolean WRITE = Boolean.getBoolean("assent.write");

  private Committed() {}

  /** Fails with the command that brings the file up to date, unless this run is that command. */
  public static void assertUpToDate(Path file, String expected, Class<?> test) {
    try {
      if (WRITE) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, expected);
      }
      String found = Files.exists(file) ? Files.readString(file) : "";
      assertThat(found)
          .as(
              "%s %s.%nIf that is meant, and nothing that was released changes: %s%n",
              file, found.isEmpty() ? "is missing" : "is not what the code writes", command(test))
          .isEqualTo(expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The command, for the root folder of the sources. */
  private static String command(Class<?> test) {
    return "./assent test -pl event-contract -Dtest=%s -Dassent.write=true"
        .formatted(test.getSimpleName());
  }

  /** The names of the files in a folder that have this ending, without it. */
  public static List<String> namesIn(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
