package dev.assent.auditor.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The lines of a file as bytes, from a position on. */
final class Lines implements AutoCloseable {

  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long position;
  private long number;

  Lines(Path file, long from) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    channel.position(from);
    this.in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
    this.position = from;
  }

  /** The next line without its end; null after the last. */
  byte @Nullable [] next() throws IOException {
    line.reset();
    int read = in.read();
    if (read < 0) {
      return null;
    }
    number++;
    while (read >= 0) {
      position++;
      if (read == '\n') {
        break;
      }
      line.write(read);
      read = in.read();
    }
    return line.toByteArray();
  }

  /** Where the next line begins. */
  long position() {
    return position;
  }

  /** Which line was read last, from 1. */
  long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
