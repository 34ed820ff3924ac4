package dev.assent.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Files that only their owner may read, replaced as a whole, one editor at a time. */
final class SecretFiles {

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  /** File locks belong to the process, so threads of one process need this besides. */
  private static final ReentrantLock IN_PROCESS = new ReentrantLock();

  private SecretFiles() {}

  /** Writes all or nothing: a reader sees the old file or the new one, also after a power cut. */
  static void replace(Path file, byte[] content) {
    try {
      Path fresh = file.resolveSibling("." + file.getFileName() + "." + Secrets.hex(6) + ".tmp");
      try {
        writeNew(fresh, content);
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
      syncFolder(file.resolveSibling("."));
    } catch (IOException e) {
      throw new UncheckedIOException("Expected to write " + file + ", but could not.", e);
    }
  }

  /** Runs the edit while no other process or thread edits files of this folder. */
  static <T> T locked(AccessFiles files, Supplier<T> edit) {
    IN_PROCESS.lock();
    try {
      createFolder(files.folder());
      try (FileChannel channel =
              FileChannel.open(
                  files.lock(),
                  Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                  ownerOnly("rw-------"));
          var _ = channel.lock()) {
        return edit.get();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Expected to lock " + files.lock() + " for an edit, but could not.", e);
    } finally {
      IN_PROCESS.unlock();
    }
  }

  /** Makes a folder that only its owner may look into, if it is not there. */
  static void createFolder(Path folder) {
    try {
      tryCreateFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Expected to make the folder " + folder + ".", e);
    }
  }

  private static void tryCreateFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Path parent = folder.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      try {
        Files.createDirectory(folder, ownerOnly("rwx------"));
      } catch (FileAlreadyExistsException e) {
        if (!Files.isDirectory(folder)) {
          throw e;
        }
      }
    }
  }

  private static void writeNew(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            ownerOnly("rw-------"))) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Some systems cannot open folders; there the rename is as durable as they make it.
    }
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
