package dev.assent.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.golden.GoldenFiles;
import dev.assent.contract.log.Checkpoint;
import dev.assent.contract.signature.SigningKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointCodecTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final String HEAD = "ab".repeat(32);

  private final SigningKey key = SigningKey.generate();
  private final Checkpoint signed = CheckpointCodec.sign(3, 42, 40, HEAD, NOON, key);

  @Test
  void shouldBeCheckedWithThePublicKey() {
    assertThat(CheckpointCodec.isSigned(signed, key.publicKey())).isTrue();
    assertThat(CheckpointCodec.isSigned(signed, SigningKey.generate().publicKey())).isFalse();
    assertThat(signed.keyDigest()).isEqualTo(key.publicKey().digest());
  }

  @Test
  void shouldNoticeAChangeOfEachField() {
    // given
    String name = signed.keyDigest();
    String signature = signed.signature();
    Instant later = NOON.plusSeconds(1);
    List<Checkpoint> changed =
        List.of(
            new Checkpoint(2, 42, 40, HEAD, NOON, name, signature),
            new Checkpoint(3, 41, 40, HEAD, NOON, name, signature),
            new Checkpoint(3, 42, 39, HEAD, NOON, name, signature),
            new Checkpoint(3, 42, 40, "ac".repeat(32), NOON, name, signature),
            new Checkpoint(3, 42, 40, HEAD, later, name, signature),
            new Checkpoint(3, 42, 40, HEAD, NOON, "00", signature),
            new Checkpoint(3, 42, 40, HEAD, NOON, name, "no base64!"));

    // then
    assertThat(changed)
        .allSatisfy(each -> assertThat(CheckpointCodec.isSigned(each, key.publicKey())).isFalse());
  }

  @Test
  void shouldStillBeSignedAfterTheWire() {
    // when
    Checkpoint read = CheckpointCodec.decode(CheckpointCodec.encode(signed, "approval"));

    // then
    assertThat(read).isEqualTo(signed);
    assertThat(CheckpointCodec.isSigned(read, key.publicKey())).isTrue();
  }

  @Test
  void shouldNotTakeAnotherRecordForACheckpoint() {
    assertThatThrownBy(
            () -> CheckpointCodec.decode(GoldenFiles.read("dev.assent.intent.created.v1")))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessage("Expected a known log type in ce_type, not dev.assent.intent.created.v1");
  }
}
