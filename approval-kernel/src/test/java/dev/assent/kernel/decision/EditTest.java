package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.DIGEST;
import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.IntentStory.task;
import static dev.assent.kernel.story.StepWords.delay;
import static dev.assent.kernel.story.StepWords.gate;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentEdited;
import dev.assent.contract.json.CanonicalJson;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.signal.Signal.EditSubmitted;
import dev.assent.contract.signal.Signal.TransferSubmitted;
import dev.assent.kernel.intent.StepTurn.AwaitingHuman;
import dev.assent.kernel.story.Answer;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.Json;
import dev.assent.kernel.story.Who;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditTest {

  private static final JsonNode AT_NIGHT = Json.json("{'change':'create index','at':'22:00'}");
  private static final String NIGHT_DIGEST = CanonicalJson.digest(AT_NIGHT);

  private static EditSubmitted edit(String person, String shown) {
    return new EditSubmitted(null, Who.person(person), AT_NIGHT, shown);
  }

  private static IntentStory edited() {
    return submit(gate().editable().reminders("PT5M"), gate("second")).send(edit("ada", DIGEST));
  }

  @Test
  void shouldRecordBothVersions() {
    // given
    IntentStory story = submit(gate().editable());
    // when
    story.send(edit("ada", DIGEST));
    // then
    story
        .expect()
        .events(new IntentEdited("approve", Who.person("ada"), DIGEST, AT_NIGHT, NIGHT_DIGEST));
    assertThat(story.running().header().payloadDigest()).isEqualTo(NIGHT_DIGEST);
  }

  @Test
  void shouldKeepTheGateOpenAndItsTimers() {
    // given
    IntentStory before = submit(gate().editable().reminders("PT5M"), gate("second"));
    // when
    IntentStory story = edited();
    // then
    AwaitingHuman turn = (AwaitingHuman) story.running().turn();
    assertThat(turn.editedBy()).isEqualTo("ada");
    assertThat(turn.task()).isEqualTo(((AwaitingHuman) before.running().turn()).task());
    assertThat(story.running().timers()).isEqualTo(before.running().timers());
  }

  @Test
  void shouldRefuseADecisionOnTheOldVersion() {
    // given
    IntentStory story = edited();
    // when
    story.decide(Answer.by("ada", "approved").shown(DIGEST));
    // then
    story.expect().refusal(RefusalCode.SHOWN_SOMETHING_ELSE);
  }

  @Test
  void shouldBindTheDecisionToTheNewVersion() {
    // given
    IntentStory story = submit(gate().editable()).send(edit("ada", DIGEST));
    // when
    story.decide(Answer.by("ada", "approved").shown(NIGHT_DIGEST));
    // then
    IntentCompleted end = story.expect().decision("approve", "approved", "ada").completed();
    assertThat(end.decision()).isNotNull();
    assertThat(end.decision().payloadDigest()).isEqualTo(NIGHT_DIGEST);
  }

  @Test
  void shouldNotTakeADecisionOfSomebodyWhoMayNotHaveSeenTheNewVersion() {
    // given
    IntentStory story = submit(gate().approver("ada", "bo").editable());
    story.send(edit("ada", DIGEST));
    // when
    story.decide("bo", "approved");
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.SHOWN_SOMETHING_ELSE);
    assertThat(refusal.message()).contains("but it names another or none; load the task again");
  }

  @Test
  void shouldTakeADecisionOfSomebodyWhoHasSeenTheNewVersion() {
    // given
    IntentStory story = submit(gate().approver("ada", "bo").editable());
    story.send(edit("ada", DIGEST));
    // when
    story.decide(Answer.by("bo", "approved").shown(NIGHT_DIGEST));
    // then
    story.expect().decision("approve", "approved", "bo").completed();
  }

  @Test
  void shouldTakeADecisionOfTheEditorWithoutADigest() {
    // given
    IntentStory story = submit(gate().approver("ada", "bo").editable());
    story.send(edit("ada", DIGEST));
    // when
    story.decide("ada", "approved");
    // then
    story.expect().decision("approve", "approved", "ada").completed();
  }

  @Test
  void shouldRememberTheEditorThroughEverythingThatHappensAtTheGate() {
    // given
    IntentStory story =
        submit(gate().editable().reminders("PT5M").escalate("PT10M", "bo"))
            .send(edit("ada", DIGEST))
            .send(new TransferSubmitted(null, Who.person("ada"), Assignee.person("eve"), null));
    story.advance(Duration.ofMinutes(10));
    // when
    story.decide("bo", "approved");
    // then
    story.expect().refusal(RefusalCode.SHOWN_SOMETHING_ELSE);
  }

  @Test
  void shouldForgetTheEditorAtTheNextGate() {
    // given
    IntentStory story = edited().decide("ada", "approved");
    // when
    var turn = (AwaitingHuman) story.running().turn();
    // then
    assertThat(turn.editedBy()).isNull();
  }

  @Test
  void shouldShowTheNewVersionAtTheNextGate() {
    // given
    IntentStory story = edited();
    // when
    story.decide("ada", "approved");
    // then
    assertThat(((HumanTaskAssigned) story.log().getLast().event()).payloadDigest())
        .isEqualTo(NIGHT_DIGEST);
  }

  @Test
  void shouldRefuseAnEditOfAnOldVersion() {
    // given
    IntentStory story = edited();
    // when
    story.send(edit("ada", DIGEST));
    // then
    story.expect().refusal(RefusalCode.SHOWN_SOMETHING_ELSE);
  }

  @Test
  void shouldRefuseAnEditWhereTheTaskAllowsNone() {
    // given
    IntentStory story = submit(gate());
    // when
    story.send(edit("ada", DIGEST));
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.NOT_EDITABLE);
    assertThat(refusal.message())
        .isEqualTo(
            "Expected a task whose payload may be edited, but step approve does not allow it");
  }

  @Test
  void shouldRefuseAnEditByWhoeverIsNotAsked() {
    // given
    IntentStory story = submit(gate().editable());
    // when
    story.send(edit("eve", DIGEST));
    // then
    story.expect().refusal(RefusalCode.NOT_AN_APPROVER);
  }

  @Test
  void shouldRefuseAnEditByAnAgent() {
    // given
    IntentStory story = submit(gate().approver("anyone").editable());
    // when
    story.send(new EditSubmitted(null, Who.agent(Who.PLANNER), AT_NIGHT, DIGEST));
    // then
    story.expect().refusal(RefusalCode.NOT_AN_APPROVER);
  }

  @Test
  void shouldRefuseAnEditWhereNobodyIsAsked() {
    // given
    IntentStory story = submit(delay("wait", "PT1H"), gate().editable());
    // when
    story.send(edit("ada", DIGEST));
    // then
    story.expect().refusal(RefusalCode.NOT_WAITING_FOR_HUMAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'rows':1e400}", "{'rows':12345678901234567890}"})
  void shouldRefuseAPayloadThatHasNoDigest(String payload) {
    // given
    IntentStory story = submit(gate().editable());
    // when
    story.send(new EditSubmitted(null, Who.person("ada"), Json.json(payload), DIGEST));
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.MALFORMED);
    assertThat(refusal.violations()).hasSize(1);
    assertThat(refusal.message()).contains("/rows").contains("send it as text");
  }

  @Test
  void shouldNotEditAtTheGateThatOpenedBehindTheOneThatIsMeant() {
    // given
    IntentStory story =
        submit(gate("first").approver("ada", "bo").editable(), gate("second").editable());
    story.decide("bo", "approved");
    // when
    story.send(new EditSubmitted(task("first"), Who.person("ada"), AT_NIGHT, DIGEST));
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.ALREADY_DECIDED);
    assertThat(refusal.winner()).isEqualTo(story.running().decision());
  }
}
