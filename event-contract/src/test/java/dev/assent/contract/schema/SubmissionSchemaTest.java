package dev.assent.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.plan.TaskType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one schema that is written by hand: what others may send. */
class SubmissionSchemaTest {

  private static final JsonNode SCHEMA = schema();

  static Stream<JsonNode> examples() {
    return SCHEMA.get("examples").valueStream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void shouldMeetItsOwnExamples(JsonNode example) {
    assertThat(Validation.faults(SCHEMA, example)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'approval':{'approvers':['ada'],'deadline':90}",
        "'approval':{'approvers':['ada'],'fallback':'time_out'}",
        "'approval':{'approvers':['ada'],'fallback':{'action':'complete','result':{}}}",
        "'steps':[{'id':'wait','kind':'delay','length':'PT1H'}],'approval':{'approvers':['ada']}",
        "'deadline_at':'2030-01-31T12:00:00+01:00'"
      })
  void shouldTake(String fields) {
    assertThat(faults(fields)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'aproval':{}",
        "'approval':{'approvers':[]}",
        "'approval':{'approvers':['ada'],'deadline':0}",
        "'approval':{'approvers':['ada'],'deadline':'soon'}",
        "'approval':{'approvers':['ada'],'fallback':'aprove'}",
        "'approval':{'approvers':['ada'],'fallback':{'action':'go_to'}}",
        "'approval':{'approvers':['ada'],'fallback':{'action':'reject','step':'x'}}",
        "'approval':{'approvers':['ada'],'escalation':[{'to':['bo']}]}",
        "'approval':{'approvers':['ada'],'reminders':'PT5M'}",
        "'steps':[]",
        "'steps':[{'id':'wait','kind':'sleep'}]",
        "'steps':[{'kind':'delay','length':5}]",
        "'steps':[{'id':'w','kind':'delay','length':5}],'human_task':{}",
        "'payload':[]",
        "'correlation_id':'42'",
        "'deadline_at':'tomorrow'",
        "'human_task':{'task_type':'APPROVAL'}"
      })
  void shouldNotTake(String fields) {
    assertThat(faults(fields)).isNotEmpty();
  }

  @Test
  void shouldKnowEveryTypeOfTask() {
    // given
    Stream<String> types =
        Stream.of(TaskType.values()).map(type -> type.name().toLowerCase(Locale.ROOT));
    // then
    assertThat(SCHEMA.at("/$defs/HumanTask/properties/task_type/enum").valueStream())
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(types.toList());
  }

  private static List<String> faults(String fields) {
    String json = "{'intent_type':'ops.db.index.v1'," + fields + "}";
    try {
      return Validation.faults(SCHEMA, ContractJson.MAPPER.readTree(json.replace('\'', '"')));
    } catch (IOException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static JsonNode schema() {
    try {
      return ContractJson.MAPPER.readTree(
          Files.readString(SchemasTest.FOLDER.resolve(AsyncApi.SUBMISSION + ".json")));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
