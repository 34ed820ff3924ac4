package dev.assent.contract.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.envelope.WireRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A released record's JSON never changes: one file for each type and version, to the byte. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GoldenFilesTest {

  static Stream<Samples.Sample> samples() {
    return Samples.all().stream();
  }

  @Order(1) // Writes the files, when told to, that the others read.
  @ParameterizedTest
  @MethodSource("samples")
  void shouldWriteWhatTheGoldenFileHolds(Samples.Sample sample) {
    // when
    String written = GoldenFiles.pretty(sample.wire());
    // then
    Committed.assertUpToDate(GoldenFiles.of(sample.wireType()), written, GoldenFilesTest.class);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldReadTheGoldenFileBackToAnEqualRecord(Samples.Sample sample) {
    // given
    WireRecord committed = GoldenFiles.read(sample.wireType());
    // when
    Object read = sample.read().apply(committed);
    // then
    assertThat(read).isEqualTo(sample.value());
    assertThat(committed.key()).isEqualTo(sample.wire().key());
  }

  @Test
  void shouldHaveNoOrphanedGoldenFile() {
    // when
    var files = Committed.namesIn(GoldenFiles.FOLDER, ".json");
    // then
    assertThat(files)
        .as("files in %s without a record that is still written or read", GoldenFiles.FOLDER)
        .containsExactlyElementsOf(samples().map(Samples.Sample::wireType).sorted().toList());
  }
}
