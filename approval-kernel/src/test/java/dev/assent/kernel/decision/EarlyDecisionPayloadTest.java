package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.DIGEST;
import static dev.assent.kernel.story.IntentStory.PAYLOAD;
import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.IntentStory.task;
import static dev.assent.kernel.story.StepWords.gate;
import static dev.assent.kernel.story.StepWords.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.signal.Signal.EditSubmitted;
import dev.assent.kernel.story.Answer;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.Json;
import dev.assent.kernel.story.Who;
import org.junit.jupiter.api.Test;

class EarlyDecisionPayloadTest {

  private static IntentStory beforeTheGate() {
    return submit(task("estimate", Who.PLANNER), gate().approver("ada", "bo").reminders("PT5M"));
  }

  @Test
  void shouldRefuseAnEarlyAnswerToAnotherPayload() {
    // given
    IntentStory story = beforeTheGate();
    // when
    story.decide(Answer.by("ada", "approved").shown("0".repeat(64)));
    // then
    story.expect().refusal(RefusalCode.SHOWN_SOMETHING_ELSE);
  }

  @Test
  void shouldNotApplyAnEarlyAnswerToAPayloadThatWasChangedSince() {
    // given
    IntentStory story = submit(gate("first").editable(), gate("second").approver("bo"));
    story.decide(Answer.by("bo", "approved").at(task("second")).shown(DIGEST));
    story.send(new EditSubmitted(null, Who.person("ada"), Json.json("{'drop':'all'}"), DIGEST));
    // when
    story.decide("ada", "approved");
    // then
    story.expect().decision("first", "approved", "ada").assigned("second", "bo").nothing();
    assertThat(story.running().early()).isEmpty();
  }

  @Test
  void shouldTakeANewAnswerOfWhoseEarlyOneNoLongerCounts() {
    // given
    IntentStory story = submit(gate("first").editable(), gate("second").approver("bo"));
    story.send("click", Answer.by("bo", "approved").at(task("second")).signal());
    story.send(new EditSubmitted(null, Who.person("ada"), Json.json("{'n':1}"), DIGEST));
    story.decide("ada", "approved");
    // when
    story.decide("bo", "rejected");
    // then
    story.expect().decision("second", "rejected", "bo").failed("human_rejected");
  }

  @Test
  void shouldApplyAnEarlyAnswerWhenThePayloadIsAsShownAgain() {
    // given
    IntentStory story = submit(gate("first").editable(), gate("second").approver("bo"));
    story.decide(Answer.by("bo", "approved").at(task("second")));
    EditSubmitted there = new EditSubmitted(null, Who.person("ada"), Json.json("{'n':1}"), DIGEST);
    story.send(there);
    story.send(
        new EditSubmitted(
            null, Who.person("ada"), PAYLOAD, story.running().header().payloadDigest()));
    // when
    story.decide("ada", "approved");
    // then
    story
        .expect()
        .decision("first", "approved", "ada")
        .assigned("second", "bo")
        .decision("second", "approved", "bo")
        .completed();
  }
}
