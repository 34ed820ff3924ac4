package dev.assent.system;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A file system of its own, in memory, that can be filled up. */
final class SmallDisk implements AutoCloseable {

  private static final int BLOCK = 64 * 1_024;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Mounts one; a test goes no further where it may not. */
  static SmallDisk mount(Path folder, String size) throws IOException {
    Files.createDirectories(folder);
    Assumptions.assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()) == 0,
        "a disk that fills up must be mounted, which only root may do");
    return new SmallDisk(folder);
  }

  Path folder() {
    return folder;
  }

  /** Takes all the room that is left; returns the file that holds it. */
  Path fill() throws IOException {
    Path ballast = folder.resolve("ballast");
    try (OutputStream out = Files.newOutputStream(ballast)) {
      for (int block = BLOCK; block > 0; block /= 2) {
        writeAll(out, new byte[block]);
      }
    }
    return ballast;
  }

  private static void writeAll(OutputStream out, byte[] block) {
    try {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      // No block of this size goes in any more.
    }
  }

  @Override
  public void close() {
    try {
      run("umount", "--lazy", folder.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int run(String... command) throws IOException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
