package dev.assent.approval.projection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.id.TaskId;
import dev.assent.contract.plan.ApprovalPolicy;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.TaskSpec;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the view besides the state. What a row leaves null, it leaves as it was. */
public sealed interface ApprovalRow {

  /** What an intent is about. */
  record SubjectRow(
      IntentId intent,
      long sequence,
      @Nullable Birth birth,
      @Nullable String title,
      @Nullable JsonNode payload,
      @Nullable String payloadDigest)
      implements ApprovalRow {

    /** Both in one, the later of which this is. */
    public SubjectRow after(SubjectRow earlier) {
      return new SubjectRow(
          intent,
          sequence,
          birth == null ? earlier.birth : birth,
          title == null ? earlier.title : title,
          payload == null ? earlier.payload : payload,
          payloadDigest == null ? earlier.payloadDigest : payloadDigest);
    }
  }

  /** What never changes of an intent. */
  record Birth(
      String type,
      String from,
      String to,
      @Nullable String replyTo,
      String correlationId,
      Instant at) {}

  /**
   * A human task as it stands.
   *
   * @param assignees everybody who may decide
   * @param asked those who are asked now
   * @param closing null while it is open
   */
  record TaskRow(
      TaskId task,
      IntentId intent,
      String step,
      long sequence,
      @Nullable Question question,
      List<Assignee> assignees,
      List<Assignee> asked,
      @Nullable Instant dueAt,
      int level,
      int reminders,
      TaskStatus status,
      @Nullable Closing closing)
      implements ApprovalRow {

    /** Both in one, the later of which this is. */
    public TaskRow after(TaskRow earlier) {
      return new TaskRow(
          task,
          intent,
          step,
          sequence,
          question == null ? earlier.question : question,
          assignees,
          asked,
          dueAt,
          level,
          reminders,
          status,
          closing);
    }
  }

  /** What a task asks, from the moment it opened. */
  record Question(TaskSpec spec, ApprovalPolicy policy, Instant openedAt) {}

  /**
   * An intent that nothing is decided on any more, until a person looked.
   *
   * @param key the intent's id, or what the record had instead
   * @param reason what could not be, without payloads
   */
  record QuarantineRow(
      String key, String reason, String topic, int partition, long offset, Instant at)
      implements ApprovalRow {}
}
