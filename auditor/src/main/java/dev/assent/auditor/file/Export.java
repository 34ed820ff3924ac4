package dev.assent.auditor.file;

import dev.assent.auditor.CheckReport;
import dev.assent.auditor.Findings;
import dev.assent.auditor.Steps;
import dev.assent.auditor.log.Log;
import dev.assent.auditor.log.Marks;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Writes the events and checkpoints of a log into one file, which {@link ExportedLog} reads. The
 * file is there when it is complete, and for its owner only: it holds what people decided on.
 */
public final class Export {

  private static final Set<StandardOpenOption> CREATE_NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private final Findings findings = new Findings("export", 0);
  private final Log log;
  private final Marks marks;
  private final Path file;

  public Export(Log log, Marks marks, Path file) {
    this.log = log;
    this.marks = marks;
    this.file = file;
  }

  /**
   * Writes.
   *
   * @return how much of what is in the file
   * @throws IllegalStateException if the file cannot be written
   */
  public CheckReport write(Steps steps) {
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.deleteIfExists(draft);
      try (FileChannel channel = FileChannel.open(draft, CREATE_NEW, ownerOnly());
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
        write(out, steps);
        out.flush();
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return findings.report();
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalStateException(
          "Expected to write " + file + ", but could not: " + e.getMessage(), e);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private void write(OutputStream out, Steps steps) {
    line(out, ExportFormat.write(new ExportFormat.Head(log.partitions())));
    for (int partition = 0; partition < log.partitions(); partition++) {
      steps.step("Writing partition " + partition);
      write(out, log.topics().events(), ExportFormat.EVENT, partition, "events");
      write(out, log.topics().checkpoints(), ExportFormat.CHECKPOINT, partition, "checkpoints");
    }
  }

  private void write(OutputStream out, String topic, String kind, int partition, String what) {
    findings.count(what, 0);
    log.read(
        topic,
        partition,
        marks.start(topic, partition),
        marks.end(topic, partition),
        record -> {
          line(out, ExportFormat.write(kind, record));
          findings.count(what, 1);
        });
  }

  private static void line(OutputStream out, byte[] json) {
    try {
      out.write(json);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
