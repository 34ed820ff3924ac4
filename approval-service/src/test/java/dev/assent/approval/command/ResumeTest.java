package dev.assent.approval.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.plan.TaskSpec;
import dev.assent.contract.plan.TaskType;
import dev.assent.contract.signal.Signal;
import dev.assent.contract.signal.Signal.DecisionSubmitted;
import dev.assent.contract.signal.Signal.ProgressSubmitted;
import dev.assent.contract.signal.Signal.ResolveSubmitted;
import dev.assent.contract.signal.Signal.ResultSubmitted;
import dev.assent.contract.signal.StepAttempt;
import dev.assent.edge.RefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTest {

  private static final Actor ADA = Actor.person("ada", List.of(), "session");
  private static final Actor AGENT = Actor.agent("agent://acme/prod/migrator", "api_key");
  private static final TaskId OPEN = TaskId.of("5d3c1f60-7d1c-4e55-8a11-2f3c4d5e6f70");
  private static final TaskSpec APPROVAL = task("approved", "rejected");
  private static final TaskSpec CONFIRMATION = task("confirmed", "declined");

  @Test
  void shouldReadThePersonsOutcomeOfTheCommandLine() {
    // when
    Signal signal =
        resume(
            "{'task_result':{'outcome':'approved','comment':' fine ','count':'42','ok':'true'}}",
            ADA,
            APPROVAL);

    // then
    assertThat(signal)
        .isEqualTo(
            new DecisionSubmitted(
                OPEN, "approved", ADA, "cli", "fine", body("{'count':'42','ok':'true'}"), null));
  }

  @Test
  void shouldMergeTheFieldsBesideAndWithinData() {
    // when
    Signal signal =
        resume(
            "{'task_result':{'outcome':'approved','a':1,'b':1,'data':{'b':2,'evidence':'x'}}}",
            ADA,
            APPROVAL);

    // then
    assertThat(((DecisionSubmitted) signal).data()).isEqualTo(body("{'a':1,'b':2,'evidence':'x'}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "'2'"})
  void shouldReadTheDeliveryThatAnAgentHandsBack(String attempt) {
    // when
    Signal signal =
        resume("{'step_id':'build','delivery_attempt':" + attempt + ",'rows':12}", AGENT, null);

    // then
    assertThat(signal)
        .isEqualTo(
            new ResultSubmitted(AGENT, body("{'rows':12}"), null, new StepAttempt("build", 2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'step_id':'build'}",
        "{'delivery_attempt':1}",
        "{'step_id':'build','delivery_attempt':'the first'}",
        "{'step_id':7,'delivery_attempt':0}"
      })
  void shouldLeaveToTheResultWhatNamesNoDelivery(String body) {
    // when
    Signal signal = resume(body, AGENT, null);

    // then
    assertThat(signal).isEqualTo(new ResultSubmitted(AGENT, body(body), null, null));
  }

  @Test
  void shouldTakeTheIdentityFromTheCredentialAlone() {
    // when
    Signal signal =
        resume(
            "{'actor':'bo','by':{'kind':'person','id':'bo'},'task_result':{'outcome':'approved'}}",
            ADA,
            APPROVAL);

    // then
    assertThat(((DecisionSubmitted) signal).by()).isEqualTo(ADA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'task_result':{'outcome':'approved'}}",
        "{'outcome':'approved'}",
        "{'approve_current_step':true}"
      })
  void shouldMeanTheTaskThatIsOpenWhereNoneIsNamed(String body) {
    // when
    Signal signal = resume(body, ADA, APPROVAL);

    // then
    assertThat(((DecisionSubmitted) signal).task()).isEqualTo(OPEN);
  }

  @Test
  void shouldReadTheTaskAndTheDigestThatWereShown() {
    // given
    String task = "0b8a4f02-7d1c-4e55-8a11-2f3c4d5e6f70";

    // when
    Signal signal =
        resume(
            "{'task_id':'" + task + "','shown_digest':'abc','task_result':{'outcome':'approved'}}",
            ADA,
            APPROVAL);

    // then
    assertThat(signal)
        .isEqualTo(
            new DecisionSubmitted(TaskId.of(task), "approved", ADA, "cli", null, null, "abc"));
  }

  @ParameterizedTest
  @CsvSource({"true,confirmed", "'true',confirmed", "false,declined", "'false',declined"})
  void shouldDeriveTheOutcomeFromAFlagInTheWordsOfTheTask(String flag, String outcome) {
    // when
    Signal signal =
        resume("{'task_result':{'approved':" + flag.replace("'", "\"") + "}}", ADA, CONFIRMATION);

    // then
    assertThat(((DecisionSubmitted) signal).outcome()).isEqualTo(outcome);
  }

  @Test
  void shouldReadTheRunnersOutcomeAtTheTop() {
    // when
    Signal inside = resume("{'outcome':'approved','task_result':{'approved':true}}", ADA, APPROVAL);
    Signal bare = resume("{'outcome':'rejected','comment':'no'}", ADA, APPROVAL);

    // then
    assertThat(((DecisionSubmitted) inside).outcome()).isEqualTo("approved");
    assertThat(bare)
        .isEqualTo(new DecisionSubmitted(OPEN, "rejected", ADA, "cli", "no", null, null));
  }

  @Test
  void shouldReadAnOutcomeAtTheTopAsAResultWhereNobodyIsAsked() {
    // when
    Signal signal = resume("{'outcome':'success','result':{'rows':3}}", AGENT, null);

    // then
    assertThat(signal)
        .isEqualTo(
            new ResultSubmitted(
                AGENT, body("{'outcome':'success','result':{'rows':3}}"), null, null));
  }

  @Test
  void shouldReadTheApprovalOfAStepAsProgressOfTheSender() {
    // when
    Signal signal =
        resume("{'approve_current_step':true,'reason':'go','approved_by':'x'}", AGENT, APPROVAL);

    // then
    assertThat(signal).isEqualTo(new ProgressSubmitted(AGENT, "go"));
  }

  @ParameterizedTest
  @CsvSource({"true,confirmed", "false,declined"})
  void shouldReadTheApprovalOfAStepByAPersonAsTheirAnswer(String flag, String outcome) {
    // when
    Signal signal = resume("{'approve_current_step':" + flag + "}", ADA, CONFIRMATION);

    // then
    assertThat(((DecisionSubmitted) signal).outcome()).isEqualTo(outcome);
  }

  @Test
  void shouldReadAnAgentsResultAndFailure() {
    // when
    Signal result = resume("{'action':'complete','rows':3}", AGENT, null);
    Signal failure =
        resume("{'action':'fail','error':{'code':'oom','message':'died'}}", AGENT, null);
    Signal bare = resume("{'action':'fail','reason':'no disk'}", AGENT, null);

    // then
    assertThat(result).isEqualTo(new ResultSubmitted(AGENT, body("{'rows':3}"), null, null));
    assertThat(((ResultSubmitted) failure).error()).isEqualTo(new ErrorInfo("oom", "died"));
    assertThat(((ResultSubmitted) bare).error())
        .isEqualTo(new ErrorInfo("agent_failed", "no disk"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'task_result':{}}",
        "{'task_result':{'outcome':''}}",
        "{'task_result':{'outcome':7}}",
        "{'task_result':{'approved':'maybe'}}",
        "{'task_id':'42','task_result':{'outcome':'approved'}}"
      })
  void shouldSayWhatAnAnswerLacks(String json) {
    assertThatThrownBy(() -> resume(json, ADA, APPROVAL))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Expected");
  }

  @Test
  void shouldRefuseACommentThatNobodyReads() {
    // given
    String comment = "x".repeat(TaskAnswer.MAX_COMMENT + 1);

    // then
    assertThatThrownBy(
            () ->
                resume(
                    "{'task_result':{'outcome':'approved','comment':'" + comment + "'}}",
                    ADA,
                    APPROVAL))
        .hasMessageContaining("at most 4000 characters, but came 4001");
  }

  @Test
  void shouldReadTheWishToEndAnIntent() {
    // when
    Signal completed = Resolve.signal(body("{'status':'completed','result':{'ok':true}}"), AGENT);
    Signal failed = Resolve.signal(body("{'status':'FAILED','reason':'broken'}"), AGENT);
    Signal canceled = Resolve.signal(body("{'status':'CANCELLED','reason':'late'}"), AGENT);

    // then
    assertThat(completed)
        .isEqualTo(
            new ResolveSubmitted(AGENT, IntentStatus.COMPLETED, body("{'ok':true}"), null, null));
    assertThat(failed)
        .isEqualTo(
            new ResolveSubmitted(
                AGENT, IntentStatus.FAILED, null, new ErrorInfo("failed", "broken"), "broken"));
    assertThat(canceled)
        .isEqualTo(new ResolveSubmitted(AGENT, IntentStatus.CANCELED, null, null, "late"));
    assertThatThrownBy(() -> Resolve.signal(body("{'status':'TIMED_OUT'}"), AGENT))
        .hasMessageContaining("COMPLETED, FAILED or CANCELED");
  }

  private static Signal resume(String json, Actor by, TaskSpec open) {
    return Resume.signal(body(json), by, "cli", open == null ? null : new Resume.Asked(OPEN, open));
  }

  private static ObjectNode body(String json) {
    try {
      return (ObjectNode) ContractJson.MAPPER.readTree(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static TaskSpec task(String... outcomes) {
    return new TaskSpec(TaskType.APPROVAL, "t", null, List.of(outcomes), false, false, false, null);
  }
}
