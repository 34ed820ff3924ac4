package dev.assent.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.golden.Committed;
import dev.assent.contract.golden.GoldenFiles;
import dev.assent.contract.golden.Samples;
import dev.assent.contract.json.TypeTable;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed schemas are those of the records. */
class SchemasTest {

  static final Path FOLDER = Path.of("../docs/schemas");

  private static final ContractSchemas SCHEMAS = new ContractSchemas();

  static Stream<TypeTable.Entry<?>> entries() {
    return Samples.types();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void shouldCommitTheSchemaOfTheRecord(TypeTable.Entry<?> entry) {
    // when
    String generated = GoldenFiles.pretty(SCHEMAS.of(entry));
    // then
    Committed.assertUpToDate(
        FOLDER.resolve(entry.wireType() + ".json"), generated, SchemasTest.class);
  }

  @Test
  void shouldHaveNoOrphanedSchema() {
    // given
    Stream<String> generated = entries().map(TypeTable.Entry::wireType);
    // then
    assertThat(Committed.namesIn(FOLDER, ".json"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(generated, Stream.of(AsyncApi.SUBMISSION)).toList());
  }
}
