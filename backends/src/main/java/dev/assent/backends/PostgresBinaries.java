package dev.assent.backends;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked from the class path once for each version. */
record PostgresBinaries(Path home, String version) {
  static PostgresBinaries unpackedIn(Path cache, Consumer<String> steps) {
    String version = versionOnClassPath();
    Path home = cache.resolve("postgresql-" + version);
    try {
      if (!Files.isDirectory(home)) {
        long began = System.nanoTime();
        unpack(home);
        steps.accept(
            "PostgreSQL: unpacked %s into %s in %s".formatted(version, home, Steps.since(began)));
      }
    } catch (IOException e) {
      throw new BackendsException(
          "Cannot unpack PostgreSQL into %s: %s. ASSENT_CACHE can name another folder."
              .formatted(home, e),
          e);
    }
    return new PostgresBinaries(home.toAbsolutePath(), version);
  }

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  /** The part of the version that decides about the format of a data folder. */
  String major() {
    return version.substring(0, version.indexOf('.'));
  }

  private static String versionOnClassPath() {
    Properties properties = new Properties();
    try (InputStream in = PostgresBinaries.class.getResourceAsStream("postgres.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new IllegalStateException("postgres.properties is not on the class path", e);
    }
    return properties.getProperty("version", "");
  }

  /**
   * Unpacks beside the wanted place and renames: a rival that was faster wins, half a copy is never
   * seen.
   */
  private static void unpack(Path home) throws IOException {
    String resource = resource();
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream(resource)) {
      if (packed == null) {
        throw new BackendsException(
            ("There is no PostgreSQL for this system (%s) on the class path. Supported are Linux"
                    + " with glibc and macOS, on x86-64 and arm64.")
                .formatted(resource));
      }
      Path fresh = Files.createTempDirectory(Files.createDirectories(parent(home)), ".unpack-");
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
      extract(packed, fresh);
      try {
        Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
        Folders.delete(fresh);
      }
    }
  }

  private static Path parent(Path home) throws IOException {
    Path parent = home.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IOException(home + " has no parent folder");
    }
    return parent;
  }

  private static void extract(InputStream packed, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("the archive points outside of itself: " + entry.getName());
        }
        write(tar, entry, path);
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.resolveSibling(""));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
    boolean program = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static String resource() {
    String system =
        System.getProperty("os.name").startsWith("Mac")
            ? "darwin"
            : System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor =
        switch (System.getProperty("os.arch")) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          case String other -> other;
        };
    return "/postgres-" + system + "-" + processor + ".txz";
  }
}
