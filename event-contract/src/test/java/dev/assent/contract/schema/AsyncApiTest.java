package dev.assent.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.assent.contract.golden.Committed;
import dev.assent.contract.golden.GoldenFiles;
import dev.assent.contract.golden.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed AsyncAPI document is that of the code, and true of the records. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AsyncApiTest {

  private static final Path FILE = Path.of("../docs/asyncapi.yaml");

  static Stream<String> wireTypes() {
    return Samples.all().stream().map(Samples.Sample::wireType);
  }

  @Order(1) // Writes the file, when told to, that the others read.
  @Test
  void shouldCommitTheDocumentOfTheCode() {
    // when
    String generated = new AsyncApi(new ContractSchemas()).yaml();
    // then
    Committed.assertUpToDate(FILE, generated, AsyncApiTest.class);
  }

  @ParameterizedTest
  @MethodSource("wireTypes")
  void shouldDescribeTheHeadersOfTheGoldenFile(String wireType) throws IOException {
    // given
    ObjectNode schema = new YAMLMapper().createObjectNode();
    schema.put("$ref", "#/components/messages/" + wireType + "/headers");
    schema.set("components", document().get("components"));
    // when
    List<String> faults = Validation.faults(schema, GoldenFiles.document(wireType).get("headers"));
    // then
    assertThat(faults).isEmpty();
  }

  @Test
  void shouldNotHaveAnAddressThatLeadsNowhere() throws IOException {
    // given
    JsonNode document = document();
    // then
    assertThat(document.findValuesAsText("$ref"))
        .isNotEmpty()
        .allMatch(
            target ->
                target.startsWith("#/")
                    ? !document.at(target.substring(1)).isMissingNode()
                    : Files.exists(FILE.resolveSibling(target)));
  }

  private static JsonNode document() throws IOException {
    return new YAMLMapper().readTree(Files.readString(FILE));
  }
}
