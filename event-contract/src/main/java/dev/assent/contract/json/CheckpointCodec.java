package dev.assent.contract.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.log.Checkpoint;
import dev.assent.contract.signature.SigningKey;
import dev.assent.contract.signature.VerifyingKey;
import java.time.Instant;
import java.util.Base64;

/** Checkpoints: signed, checked, and to and from CloudEvents in Kafka binary mode. */
public final class CheckpointCodec {

  private static final String SIGNATURE = "signature";

  private CheckpointCodec() {}

  /** Signs what a partition holds before an offset. */
  public static Checkpoint sign(
      int partition, long nextOffset, long events, String head, Instant at, SigningKey key) {
    String name = key.publicKey().digest();
    Checkpoint unsigned = new Checkpoint(partition, nextOffset, events, head, at, name, "");
    String signature =
        Base64.getUrlEncoder().withoutPadding().encodeToString(key.sign(signed(unsigned)));
    return new Checkpoint(partition, nextOffset, events, head, at, name, signature);
  }

  /** Whether this key signed the checkpoint as it stands. */
  public static boolean isSigned(Checkpoint checkpoint, VerifyingKey key) {
    byte[] signature;
    try {
      signature = Base64.getUrlDecoder().decode(checkpoint.signature());
    } catch (IllegalArgumentException e) {
      return false;
    }
    return key.verifies(signed(checkpoint), signature);
  }

  /** What is signed: the canonical JSON of all fields but the signature. */
  private static byte[] signed(Checkpoint checkpoint) {
    ObjectNode fields = ContractJson.MAPPER.valueToTree(checkpoint);
    fields.remove(SIGNATURE);
    return CanonicalJson.bytes(fields);
  }

  /**
   * A checkpoint, keyed by its partition.
   *
   * @param source the service that signed it
   */
  public static WireRecord encode(Checkpoint checkpoint, String source) {
    String partition = Integer.toString(checkpoint.partition());
    return new WireRecord(
        partition,
        Attributes.headers(
            "checkpoint/" + partition + "/" + checkpoint.nextOffset(),
            LogTypes.TABLE.of(checkpoint).wireType(),
            source,
            checkpoint.at(),
            null),
        ContractJson.write(checkpoint));
  }

  /**
   * Reads a record of {@code checkpoints}. The signature is not checked.
   *
   * @throws UnreadableRecordException saying what was expected and what came
   */
  public static Checkpoint decode(WireRecord wire) {
    Attributes.entry(wire, LogTypes.TABLE, "log");
    return ContractJson.read(wire.value(), Checkpoint.class);
  }
}
