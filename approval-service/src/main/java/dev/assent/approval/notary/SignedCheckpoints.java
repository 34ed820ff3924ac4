package dev.assent.approval.notary;

import dev.assent.access.AuditKeys;
import dev.assent.approval.process.Keys;
import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.json.CheckpointCodec;
import dev.assent.contract.json.EventHash;
import dev.assent.contract.log.Checkpoint;
import dev.assent.contract.signature.VerifyingKey;
import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.checkpoint.Notary;
import dev.assent.eventlog.checkpoint.RunningHash;
import dev.assent.eventlog.kafka.Topics;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Hashes events as their chain does, and signs with the key of this installation. */
final class SignedCheckpoints implements Notary {

  private static final String SOURCE = "approval";

  private final Topics topics;
  private final AuditKeys keys;
  private final InstantSource clock;

  SignedCheckpoints(Topics topics, AuditKeys keys, InstantSource clock) {
    this.topics = topics;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public String hash(LogRecord fact) {
    return EventHash.of(Keys.wire(fact));
  }

  @Override
  public Append seal(int partition, RunningHash hash) {
    Checkpoint signed =
        CheckpointCodec.sign(
            partition,
            hash.nextOffset(),
            hash.records(),
            hash.head(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            keys.signing());
    WireRecord wire = CheckpointCodec.encode(signed, SOURCE);
    return new Append(topics.checkpoints(), wire.key(), wire.headers(), wire.value());
  }

  @Override
  public Optional<RunningHash> read(LogRecord record) {
    Checkpoint checkpoint;
    try {
      checkpoint = CheckpointCodec.decode(Keys.wire(record));
    } catch (UnreadableRecordException e) {
      return Optional.empty();
    }
    VerifyingKey key = keys.byDigest(checkpoint.keyDigest());
    boolean ours =
        key != null
            && checkpoint.partition() == record.partition()
            && CheckpointCodec.isSigned(checkpoint, key);
    return ours
        ? Optional.of(
            new RunningHash(checkpoint.nextOffset(), checkpoint.events(), checkpoint.headDigest()))
        : Optional.empty();
  }
}
