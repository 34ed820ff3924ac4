package dev.assent.approval.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one task.
 *
 * @param banner how it was decided, or what just happened; null while it is open
 * @param problem why the decision that was just sent was not accepted, or null
 * @param answer the form; null when there is nothing to answer
 * @param bystander why this person cannot answer, or null
 * @param outlook what happens next if nobody answers
 * @param version changes when the content does; the form alone keeps what was typed
 */
public record TaskPage(
    Frame frame,
    String intentId,
    String taskId,
    String title,
    @Nullable String description,
    String type,
    String intentType,
    String asker,
    Moment openedAt,
    @Nullable Moment dueAt,
    String urgency,
    List<String> approvers,
    @Nullable String escalated,
    List<Outlook> outlook,
    PayloadTable payload,
    String rawJson,
    String digest,
    @Nullable Banner banner,
    @Nullable Problem problem,
    @Nullable AnswerForm answer,
    @Nullable String bystander,
    List<InboxPage.ClosedCard> otherTasks,
    String version) {

  public TaskPage {
    approvers = List.copyOf(approvers);
    outlook = List.copyOf(outlook);
    otherTasks = List.copyOf(otherTasks);
  }

  /** Something that will happen unless somebody answers before. */
  public record Outlook(String what, Moment at) {}

  /**
   * How it ended.
   *
   * @param tone {@code positive}, {@code negative} or {@code neutral}
   * @param late whether this person's own decision came too late
   * @param mine whether this person just took the decision
   */
  public record Banner(
      String tone,
      String heading,
      String sentence,
      Moment at,
      @Nullable String comment,
      List<PayloadTable.Row> data,
      boolean late,
      boolean mine) {

    public Banner {
      data = List.copyOf(data);
    }
  }

  /** Why a decision was not accepted, with each thing to mend. */
  public record Problem(String heading, String sentence, List<String> flaws) {

    public Problem {
      flaws = List.copyOf(flaws);
    }
  }

  /**
   * What can be answered.
   *
   * @param requestId names this answer, so that sending it twice is sending it once
   */
  public record AnswerForm(
      String action,
      String requestId,
      List<FormField> fields,
      String commentLabel,
      String comment,
      boolean commentRequired,
      List<Choice> choices) {

    public AnswerForm {
      fields = List.copyOf(fields);
      choices = List.copyOf(choices);
    }
  }

  /**
   * One answer as a button.
   *
   * @param tone {@code positive} or {@code negative}
   */
  public record Choice(String outcome, String label, String tone) {}
}
