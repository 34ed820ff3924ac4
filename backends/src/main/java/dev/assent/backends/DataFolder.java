package dev.assent.backends;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The one folder that holds everything, used by one process at a time.
 *
 * <p>The lock is the operating system's, so it goes with the process that holds it, however that
 * ends.
 */
final class DataFolder implements AutoCloseable {
  private static final String LOCK = "backends.lock";

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  static DataFolder open(Path wanted) {
    Path path = wanted.toAbsolutePath().normalize();
    try {
      Files.createDirectories(path);
      FileChannel channel =
          FileChannel.open(
              path.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        String holder = read(channel);
        channel.close();
        throw new BackendsException(
            "The data folder %s is in use by process %s. Stop that one, or choose another folder."
                .formatted(path, holder));
      }
      channel.truncate(0);
      channel.write(utf8(String.valueOf(ProcessHandle.current().pid())));
      return new DataFolder(path, channel);
    } catch (IOException e) {
      throw new BackendsException("Cannot write to the data folder %s: %s.".formatted(path, e), e);
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new BackendsException("Cannot leave the data folder %s: %s.".formatted(path, e), e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer pid = ByteBuffer.allocate(20);
    channel.read(pid, 0);
    return StandardCharsets.UTF_8.decode(pid.flip()).toString().strip();
  }

  private static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
