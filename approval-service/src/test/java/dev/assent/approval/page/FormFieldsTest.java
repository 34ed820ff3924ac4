package dev.assent.approval.page;

import static dev.assent.approval.page.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.plan.TaskSpec;
import dev.assent.contract.plan.TaskType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormFieldsTest {

  private static final JsonNode SCHEMA =
      json(
          """
          {"required":["n","flag"],"properties":{
            "outcome":{"type":"string"},"comment":{"type":"string"},"approved":{"type":"boolean"},
            "n":{"type":["integer","null"],"minimum":1},"ratio":{"type":"number"},
            "flag":{"type":"boolean"},"size":{"enum":[1,2,"x"]},"costCenterID":{"type":"string"},
            "more":{"type":"array"},"on":{"type":"string","format":"date"}}}
          """);

  @Test
  void shouldAskForEachPropertyButThoseThatTheButtonsAnswer() {
    // when
    List<FormField> fields = FormFields.of(SCHEMA, Map.of());

    // then
    assertThat(fields)
        .extracting(FormField::name, FormField::kind, FormField::required)
        .containsExactly(
            tuple("n", "number", true),
            tuple("ratio", "number", false),
            tuple("flag", "choice", true),
            tuple("size", "choice", false),
            tuple("costCenterID", "text", false),
            tuple("more", "json", false),
            tuple("on", "date", false));
    assertThat(fields.get(4).label()).isEqualTo("Cost center ID");
    assertThat(fields.get(0).step()).isEqualTo("1");
    assertThat(fields.get(1).step()).isEqualTo("any");
  }

  @Test
  void shouldReadWhatWasFilledInWithItsTypes() {
    // given
    List<FormField> fields = FormFields.of(SCHEMA, Map.of());
    Map<String, String> entered =
        Map.of(
            "field.n", " 12 ",
            "field.ratio", "0.50",
            "field.flag", "false",
            "field.size", "2",
            "field.more", "[1]",
            "field.costCenterID", "",
            "field.unasked", "x",
            "outcome", "approved");

    // when
    JsonNode data = FormData.read(SCHEMA, fields, entered);

    // then
    assertThat(data)
        .isEqualTo(json("{\"n\":12,\"ratio\":0.50,\"flag\":false,\"size\":2,\"more\":[1]}"));
  }

  @Test
  void shouldLeaveWhatDoesNotFitForTheDeciderToName() {
    // given
    List<FormField> fields = FormFields.of(SCHEMA, Map.of());

    // when
    JsonNode data =
        FormData.read(
            SCHEMA,
            fields,
            Map.of("field.n", "many", "field.ratio", "1e999999999", "field.more", "["));
    JsonNode odd = FormData.read(SCHEMA, fields, Map.of("field.ratio", ".5", "field.n", "+"));

    // then
    assertThat(data.path("n").asText()).isEqualTo("many");
    assertThat(data.path("more").asText()).isEqualTo("[");
    assertThat(data.path("ratio").asText()).isEqualTo("1e999999999");
    assertThat(odd.path("ratio").decimalValue()).isEqualTo("0.5");
    assertThat(odd.path("n").asText()).isEqualTo("+");
  }

  @Test
  void shouldAskForEvidenceAndAnAssigneeWhereTheTaskWantsThem() {
    // given
    TaskSpec spec =
        new TaskSpec(TaskType.ASSIGNMENT, "t", null, List.of("assigned"), false, true, false, null);

    // when
    List<FormField> fields = AnswerForms.fields(spec, Map.of("field.evidence", "log"));

    // then
    assertThat(fields).extracting(FormField::name).containsExactly("evidence", "assignee");
    assertThat(FormData.read(null, fields, Map.of("field.evidence", "log")))
        .isEqualTo(json("{\"evidence\":\"log\"}"));
  }

  @Test
  void shouldHaveNoFieldsWithoutAForm() {
    assertThat(FormFields.of(null, Map.of())).isEmpty();
    assertThat(FormFields.of(json("true"), Map.of())).isEmpty();
    assertThat(FormFields.of(json("{\"properties\":[1]}"), Map.of())).isEmpty();
  }
}
