package dev.assent.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assent.contract.signature.SigningKey;
import dev.assent.contract.signature.VerifyingKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditKeysTest {

  private static final byte[] CONTENT = {1, 2, 3};

  @TempDir Path folder;

  @Test
  void shouldMakeOneKeyAndKeepIt() throws Exception {
    // when
    SigningKey first = AuditKeys.open(folder).signing();
    SigningKey second = AuditKeys.open(folder).signing();

    // then
    assertThat(second.publicKey().digest()).isEqualTo(first.publicKey().digest());
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("audit.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void shouldStillKnowAKeyThatWasReplaced() throws Exception {
    // given
    SigningKey old = AuditKeys.open(folder).signing();
    byte[] signature = old.sign(CONTENT);
    Files.delete(folder.resolve("audit.key"));

    // when
    AuditKeys keys = AuditKeys.open(folder);

    // then
    String name = old.publicKey().digest();
    assertThat(keys.signing().publicKey().digest()).isNotEqualTo(name);
    assertThat(keys.byDigest(name).verifies(CONTENT, signature)).isTrue();
    assertThat(AuditKeys.published(folder)).hasSize(2);
  }

  @Test
  void shouldMakeOneKeyAlthoughManyStartAtOnce() throws Exception {
    // given
    List<Callable<String>> starts =
        IntStream.range(0, 8)
            .<Callable<String>>mapToObj(
                _ -> () -> AuditKeys.open(folder).signing().publicKey().digest())
            .toList();

    // when
    Set<String> names;
    try (var threads = Executors.newFixedThreadPool(8)) {
      names = threads.invokeAll(starts).stream().map(Future::resultNow).collect(Collectors.toSet());
    }

    // then
    assertThat(names).hasSize(1);
    assertThat(AuditKeys.published(folder)).extracting(VerifyingKey::digest).hasSize(1);
  }

  @Test
  void shouldNameAFileThatIsNoKey() throws Exception {
    // given
    Files.writeString(folder.resolve("audit.key"), "no key");

    // then
    assertThatThrownBy(() -> AuditKeys.open(folder))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("audit.key is no key: Expected an Ed25519 key in PEM");
  }

  @Test
  void shouldPublishNothingWhereNothingWasSigned() {
    assertThat(AuditKeys.published(folder)).isEmpty();
  }
}
