package dev.assent.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.golden.GoldenFiles;
import dev.assent.contract.golden.Samples;
import dev.assent.contract.json.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenFilesMeetTheirSchemasTest {

  static Stream<String> wireTypes() {
    return Samples.all().stream().map(Samples.Sample::wireType);
  }

  @ParameterizedTest
  @MethodSource("wireTypes")
  void shouldMeetTheSchema(String wireType) throws IOException {
    assertThat(Validation.faults(schema(wireType), body(wireType))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("wireTypes")
  void shouldNotMeetTheSchemaWithAFieldMore(String wireType) throws IOException {
    // given
    ObjectNode more = body(wireType).deepCopy();
    more.put("mood", "good");
    // then
    assertThat(Validation.faults(schema(wireType), more))
        .singleElement()
        .asString()
        .contains("mood");
  }

  @ParameterizedTest
  @MethodSource("wireTypes")
  void shouldNotMeetTheSchemaWithAPromisedFieldLess(String wireType) throws IOException {
    // given
    JsonNode schema = schema(wireType);
    for (JsonNode required : schema.path("required")) {
      ObjectNode less = body(wireType).deepCopy();
      less.remove(required.asText());
      // then
      assertThat(Validation.faults(schema, less))
          .singleElement()
          .asString()
          .contains(required.asText());
    }
  }

  private static JsonNode body(String wireType) {
    return GoldenFiles.document(wireType).get("body");
  }

  private static JsonNode schema(String wireType) throws IOException {
    return ContractJson.MAPPER.readTree(
        Files.readString(SchemasTest.FOLDER.resolve(wireType + ".json")));
  }
}
