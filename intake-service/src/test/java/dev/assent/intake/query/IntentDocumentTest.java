package dev.assent.intake.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.intake.command.IntakeState;
import dev.assent.intake.command.States;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntentDocumentTest {

  @Test
  void shouldShowAWaitingIntent() {
    // when
    ObjectNode json = IntentDocument.render(view(Story.first(4)));

    // then
    assertThat(json.path("status").asText()).isEqualTo("WAITING");
    assertThat(json.path("lifecycle_status").asText()).isEqualTo("WAITING");
    assertThat(json.path("legacy_status").asText()).isEqualTo("blocked");
    assertThat(json.path("waiting_reason").asText()).isEqualTo("WAITING_FOR_HUMAN");
    assertThat(json.path("lifecycle_waiting_reason").asText()).isEqualTo("WAITING_FOR_HUMAN");
    assertThat(json.path("pending_with").path("name").asText()).isEqualTo("ada");
    assertThat(json.path("remind_count").asInt()).isEqualTo(1);
    assertThat(json.path("remind_after_seconds").asInt()).isEqualTo(300);
    assertThat(json.path("human_task").path("title").asText()).isEqualTo("Add an index");
    assertThat(json.path("from_agent").asText()).isEqualTo("agent://acme/prod/planner");
    assertThat(json.path("payload").path("table").asText()).isEqualTo("users");
    assertThat(json.path("deadline_at").asText()).isEqualTo("2026-11-23T10:00:00Z");
    assertThat(json.path("created_at").asText()).isEqualTo("2026-11-23T09:00:01Z");
    assertThat(json.has("result")).isFalse();
  }

  @Test
  void shouldShowAnIntentThatEnded() {
    // when
    ObjectNode json = IntentDocument.render(view(Story.whole()));

    // then
    assertThat(json.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(json.path("legacy_status").asText()).isEqualTo("done");
    assertThat(json.path("result").path("ok").asBoolean()).isTrue();
    assertThat(json.has("waiting_reason")).isFalse();
    assertThat(json.has("pending_with")).isFalse();
    assertThat(json.has("due_at")).isFalse();
  }

  private static IntentView view(List<RecordedEvent> events) {
    IntakeState state = States.after(events);
    IntentCreated created = (IntentCreated) events.get(0).event();
    return new IntentView(
        Story.INTENT,
        state,
        created,
        (IntentSubmitted) events.get(1).event(),
        created.payload(),
        created.payloadDigest());
  }
}
