package dev.assent.backends;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the formats of both servers need: a folder comes into being complete, by a rename, or not at
 * all.
 */
final class Folders {
  private static final String FRESH = ".fresh-";

  private Folders() {}

  static boolean isMissingOrEmpty(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  /**
   * An empty folder beside the given one, on the same disk. What earlier, killed attempts left
   * there is removed.
   */
  static Path freshSibling(Path folder) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IOException(folder + " has no parent folder");
    }
    Files.createDirectories(parent);
    String prefix = folder.getFileName() + FRESH;
    for (Path left : list(parent)) {
      if (left.getFileName().toString().startsWith(prefix)) {
        deleteIfPossible(left);
      }
    }
    return Files.createTempDirectory(parent, prefix);
  }

  /** A program of a killed attempt may still be writing there; the next start tries again. */
  private static void deleteIfPossible(Path left) {
    try {
      delete(left);
    } catch (IOException stillInUse) {
      // left for the next start
    }
  }

  static void delete(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }
}
