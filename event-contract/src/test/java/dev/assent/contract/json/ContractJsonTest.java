package dev.assent.contract.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.plan.Step;
import dev.assent.contract.signal.Signal.DecisionSubmitted;
import dev.assent.contract.signal.Signal.EditSubmitted;
import dev.assent.contract.signal.Signal.ProgressSubmitted;
import dev.assent.contract.signal.Signal.TimerFired;
import dev.assent.contract.timer.TimerKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractJsonTest {

  private static final String BY =
      "\"by\":{\"kind\":\"PERSON\",\"id\":\"ada\",\"groups\":[],\"method\":\"session\"}";

  /** What came is never quoted: the word "secret" stands in every input and in no sentence. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                               | it is empty",
        "null                           | it is null",
        "42                             | it is no ProgressSubmitted at line 1, column 1",
        "[\"secret\"]                   | it is no ProgressSubmitted at line 1, column 1",
        "{}                             | /by is missing at line 1, column 2",
        "{\"by\":null}                  | /by is null at line 1, column 7",
        "{\"by\":\"secret\"}            | /by is no Actor at line 1, column 7",
        "{\"by\":{\"kind\":\"secret\"}} | /by/kind is no ActorKind at line 1, column 15",
        "{\"by\":{\"kind\":\"AGENT\"}}  | /by/id is missing at line 1, column 22",
        "{\"note\":\"a\",\"note\":\"secret\"} | it is no JSON: Duplicate field 'note' at line 1,"
            + " column 19",
        "{\"note\":secret}              | it is no JSON: Unrecognized token: was expecting"
            + " (JSON String, Number, Array, Object or token 'null', 'true' or 'false') at line 1,"
            + " column 16",
        "{BY} {\"secret\":1}            | more follows after its end at line 1, column 68",
      })
  void shouldSayWhatIsWrongAndWhere(String input, String expected) {
    // given
    byte[] json = input == null ? new byte[0] : input.replace("BY", BY).getBytes(UTF_8);
    // then
    assertThatThrownBy(() -> ContractJson.read(json, ProgressSubmitted.class))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessage("Expected JSON of ProgressSubmitted, but " + expected)
        .hasMessageNotContaining("secret");
  }

  @Test
  void shouldNotTakeAMissingNumberForZero() {
    assertThatThrownBy(() -> read("{\"kind\":\"DELAY\",\"due_at\":0}", TimerFired.class))
        .hasMessageContaining("/generation is missing");
  }

  @Test
  void shouldSayThatAKindIsUnknown() {
    assertThatThrownBy(() -> read("{\"action\":\"secret\"}", Fallback.class))
        .hasMessageStartingWith("Expected JSON of Fallback, but it is of no known kind")
        .hasMessageNotContaining("secret");
  }

  @Test
  void shouldSayWhereInAListItIsWrong() {
    assertThatThrownBy(
            () ->
                read(
                    "{\"kind\":\"AGENT\",\"id\":\"a\",\"groups\":[\"x\",[]],\"method\":\"m\"}",
                    Actor.class))
        .hasMessageContaining("/groups/1 is no String");
  }

  @Test
  void shouldLeaveOutWhatIsNullableAndNotThere() {
    // given
    var progress = read("{" + BY + "}", ProgressSubmitted.class);
    // then
    assertThat(progress.note()).isNull();
    assertThat(text(progress)).isEqualTo("{" + BY + "}");
    assertThat(read("{" + BY + ",\"note\":null}", ProgressSubmitted.class)).isEqualTo(progress);
  }

  @Test
  void shouldPassOverFieldsThatALaterVersionMayAdd() {
    assertThat(read("{" + BY + ",\"mood\":\"good\"}", ProgressSubmitted.class).note()).isNull();
  }

  @Test
  void shouldNameTheKindOfAStep() {
    // given
    String gate =
        """
        {"kind":"human_gate","id":"approve","task":{"type":"APPROVAL","title":"Index","allowed_outcomes":["approved"],
         "comment_required":false,"evidence_required":false,"editable":false},
         "policy":{"approvers":["ada","group:sre"],"reminders":{"after":["PT5M"],"max":0},"escalation":[],
         "deadline":"PT1H","fallback":{"action":"go_to","step":"tell"}}}
        """;
    // when
    HumanGate read = (HumanGate) read(gate, Step.class);
    // then
    assertThat(read.policy().deadline()).isEqualTo(Duration.ofHours(1));
    assertThat(read.policy().fallback()).isEqualTo(new Fallback.GoTo("tell"));
    assertThat(ContractJson.tree(read).get("kind").asText()).isEqualTo("human_gate");
  }

  @Test
  void shouldWriteTimesForPeople() {
    // given
    var fired = new TimerFired(TimerKind.DELAY, 3, Instant.parse("2026-11-23T09:00:00.5Z"));
    // then
    assertThat(text(fired))
        .isEqualTo("{\"kind\":\"DELAY\",\"generation\":3,\"due_at\":\"2026-11-23T09:00:00.500Z\"}");
    assertThat(text(Duration.ofMinutes(90))).isEqualTo("\"PT1H30M\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1.0",
        "1.10",
        "12345678901234567890",
        "0.1000000000000000000000001",
        "1E+400",
        "null"
      })
  void shouldKeepAPayloadAsItWasSent(String number) {
    // given
    String edit = "{" + BY + ",\"payload\":{\"amount\":" + number + "},\"shown_digest\":\"d\"}";
    // then
    assertThat(text(read(edit, EditSubmitted.class))).isEqualTo(edit);
  }

  @Test
  void shouldKeepNul() {
    // given
    String edit = "{" + BY + ",\"payload\":\"a\\u0000b\",\"shown_digest\":\"d\"}";
    // when
    var read = read(edit, EditSubmitted.class);
    // then
    assertThat(read.payload().textValue()).isEqualTo("a\0b");
    assertThat(text(read)).isEqualTo(edit);
  }

  /** It cannot be approved, for canonical JSON refuses it, but no reader stumbles over it. */
  @Test
  void shouldKeepALoneSurrogateAsAnEscape() {
    // given
    String lone = "{\"a\":\"\\uD83D\"}";
    // then
    assertThat(text(read(lone, JsonNode.class))).isEqualTo(lone);
  }

  @Test
  void shouldRefuseDuplicateKeysInsideAPayload() {
    assertThatThrownBy(
            () ->
                read(
                    "{" + BY + ",\"payload\":{\"to\":\"ada\",\"to\":\"eve\"}}",
                    EditSubmitted.class))
        .hasMessageContaining("Duplicate field 'to'");
  }

  @Test
  void shouldRefuseADecisionWithoutAnOutcome() {
    assertThatThrownBy(() -> read("{" + BY + ",\"channel\":\"web\"}", DecisionSubmitted.class))
        .hasMessageContaining("/outcome is missing");
  }

  private static <T> T read(String json, Class<T> type) {
    return ContractJson.read(json.getBytes(UTF_8), type);
  }

  private static String text(Object value) {
    return new String(ContractJson.write(value), UTF_8);
  }
}
