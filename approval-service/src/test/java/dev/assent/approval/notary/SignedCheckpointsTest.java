package dev.assent.approval.notary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.access.AuditKeys;
import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.checkpoint.RunningHash;
import dev.assent.eventlog.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedCheckpointsTest {

  private static final RunningHash HASH = RunningHash.START.with(41, "ab".repeat(32));

  @TempDir Path folder;

  @Test
  void shouldReadWhatItSigned() {
    // given
    SignedCheckpoints notary = notary(folder);

    // when
    Append sealed = notary.seal(2, HASH);

    // then
    assertThat(sealed.topic()).isEqualTo("t.checkpoints");
    assertThat(notary.read(record(2, sealed))).contains(HASH);
  }

  @Test
  void shouldReadWhatAnEarlierKeySigned() throws Exception {
    // given
    Append sealed = notary(folder).seal(2, HASH);
    Files.delete(folder.resolve("audit.key"));

    // then
    assertThat(notary(folder).read(record(2, sealed))).contains(HASH);
  }

  @Test
  void shouldNotBelieveWhatOthersSigned(@TempDir Path other) {
    assertThat(notary(folder).read(record(2, notary(other).seal(2, HASH)))).isEmpty();
  }

  @Test
  void shouldNotTakeTheCheckpointOfOnePartitionForAnother() {
    // given
    SignedCheckpoints notary = notary(folder);

    // then
    assertThat(notary.read(record(1, notary.seal(2, HASH)))).isEmpty();
  }

  @Test
  void shouldPassOverWhatIsNoCheckpoint() {
    // given
    Append sealed = notary(folder).seal(2, HASH);
    byte[] noise = "noise".getBytes(StandardCharsets.UTF_8);

    // then
    assertThat(
            notary(folder)
                .read(record(2, new Append(sealed.topic(), "2", sealed.headers(), noise))))
        .isEmpty();
  }

  private static SignedCheckpoints notary(Path folder) {
    return new SignedCheckpoints(
        new Topics("t."), AuditKeys.open(folder), () -> Instant.parse("2026-11-23T12:00:00Z"));
  }

  private static LogRecord record(int partition, Append append) {
    return new LogRecord(
        append.topic(), partition, 0, append.key(), append.headers(), append.value(), 0);
  }
}
