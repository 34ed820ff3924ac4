package dev.assent.cli.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assent.contract.json.ContractJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "created             | {`from_agent`:`agent://acme/prod/planner`,`intent_type`:`ops.db.index.v1`}           | planner asks for ops.db.index.v1",
        "submitted           | {`steps`:[`validate`,`approve`]}                                                   | agreed, steps: validate, approve",
        "delivered           | {`step_id`:`validate`,`delivery_attempt`:`2`}                                        | step validate is with migrator, attempt 2",
        "reminder            | {`reminder`:1,`reminded`:`ada`}                                                      | reminder 1 to ada",
        "escalated           | {`escalated_to`:`bo`,`reason`:`ada did not answer within PT10M`}                     | to bo, because ada did not answer within PT10M",
        "transfer            | {`transferred_to`:`cy`}                                                              | ada handed it to cy",
        "decision_recorded   | {`outcome`:`approved`,`channel`:`web`,`comment`:`fine`}                              | ada: approved, by web, saying \"fine\"",
        "edited              | {}                                                                                   | ada changed the payload",
        "result_recorded     | {`step_id`:`validate`,`verdict`:`positive`}                                          | ada finished step validate",
        "result_recorded     | {`verdict`:`negative`,`error`:{`message`:`no disk`},`will_retry`:true}              | ada failed: no disk; it will be asked again",
        "timeout             | {`fallback`:`time_out`}                                                              | nobody answered in time; now: time out",
        "notified            | {`recipient`:`ada`,`channel`:`email`,`notice`:`reminder`}                            | ada was told by email (reminder)",
        "delivery_failed     | {`recipient`:`ada`,`channel`:`email`,`reason`:`refused`}                             | ada was not reached by email: refused",
        "completed           | {`decision`:{`by`:{`id`:`bo`}}}                                                      | done, decided by bo",
        "failed              | {`error`:{`message`:`bo rejected it`},`decision`:{`by`:{`id`:`bo`}}}                 | bo rejected it",
        "canceled            | {`reason`:`not needed any more`}                                                     | not needed any more",
        "invented            | {`some`:`thing`}                                                                     | {\"some\":\"thing\"}"
      })
  void shouldSayWhatHappenedInAFewWords(String type, String details, String words)
      throws JsonProcessingException {
    // given
    String json =
        """
        {"event_type":"intent.%s","actor":"ada","pending_with":{"name":"migrator"},"details":%s}
        """
            .formatted(type, details.replace('`', '"'));

    // when
    String said = EventWords.of(ContractJson.MAPPER.readTree(json));

    // then
    assertThat(said).isEqualTo(words);
  }
}
