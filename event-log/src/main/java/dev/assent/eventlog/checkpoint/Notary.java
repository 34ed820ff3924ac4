package dev.assent.eventlog.checkpoint;

import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogRecord;
import java.util.Optional;

/** How records of the log are hashed, and how a hash over them is signed and read again. */
public interface Notary {

  /** The hash of a record of {@code events}, as 64 hex digits. */
  String hash(LogRecord fact);

  /** A signed record for {@code checkpoints} that states this hash. */
  Append seal(int partition, RunningHash hash);

  /** What a record of {@code checkpoints} states; empty if it was not signed by one of our keys. */
  Optional<RunningHash> read(LogRecord checkpoint);
}
