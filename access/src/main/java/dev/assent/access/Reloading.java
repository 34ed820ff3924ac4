package dev.assent.access;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The content of a file, read again when the file changed. Looks once a second; whoever asks in
 * between gets what was read last. A broken edit changes nothing and is warned of once.
 */
final class Reloading<T> {

  private static final Logger LOG = System.getLogger(Reloading.class.getName());
  private static final long INTERVAL_NANOS = 1_000_000_000L;

  /** Tells versions of a file apart; the key differs when it was replaced within a clock tick. */
  private record Stamp(@Nullable FileTime modified, long size, @Nullable Object key) {

    static final Stamp MISSING = new Stamp(null, -1, null);
  }

  private final Path file;
  private final Function<byte[], T> reader;
  private final LongSupplier nanoTime;
  private volatile T value;
  private volatile long nextLook;
  private Stamp seen;

  /**
   * Reads the file for the first time.
   *
   * @throws MalformedFileException if it is missing or broken
   */
  Reloading(Path file, Function<byte[], T> reader, LongSupplier nanoTime) {
    this.file = file;
    this.reader = reader;
    this.nanoTime = nanoTime;
    this.seen = stamp(file);
    this.value = read(file, reader);
    this.nextLook = nanoTime.getAsLong() + INTERVAL_NANOS;
  }

  /** The content, at most a second old. */
  T get() {
    if (isDue()) {
      reloadIfDue();
    }
    return value;
  }

  /**
   * Finds something in the content; what is not there is looked for in the file as it is now, so
   * that what was added a moment ago counts at once.
   */
  <R> Optional<R> find(Function<T, Optional<R>> search) {
    T before = get();
    return search
        .apply(before)
        .or(
            () -> {
              reload();
              T now = value;
              return now == before ? Optional.empty() : search.apply(now);
            });
  }

  private boolean isDue() {
    return nanoTime.getAsLong() - nextLook >= 0;
  }

  /** All who ask meanwhile wait: none of them gets content that is older than it may be. */
  private synchronized void reloadIfDue() {
    if (isDue()) {
      reload();
    }
  }

  private synchronized void reload() {
    // The stamp first: a write in between then shows as a difference the next time.
    Stamp now = stamp(file);
    if (!now.equals(seen)) {
      seen = now;
      read();
    }
    nextLook = nanoTime.getAsLong() + INTERVAL_NANOS;
  }

  private void read() {
    try {
      value = read(file, reader);
      LOG.log(Level.INFO, "Read {0} again, because it changed", file.getFileName());
    } catch (MalformedFileException e) {
      LOG.log(
          Level.WARNING,
          "{0} Until then the content from before the change stays in force.",
          e.getMessage());
    }
  }

  private static Stamp stamp(Path file) {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    } catch (IOException e) {
      return Stamp.MISSING;
    }
  }

  static <T> T read(Path file, Function<byte[], T> reader) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new MalformedFileException(
          "Expected a file %s in %s, but there is none. Start the demo once to make an example, or write the file by hand."
              .formatted(file.getFileName(), file.toAbsolutePath().getParent()),
          e);
    } catch (IOException e) {
      throw new MalformedFileException(
          "Expected to read %s, but got %s. Check its owner and permissions."
              .formatted(file, e.getClass().getSimpleName()),
          e);
    }
    return reader.apply(bytes);
  }
}
