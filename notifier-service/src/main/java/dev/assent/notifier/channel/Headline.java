package dev.assent.notifier.channel;

import dev.assent.contract.intent.TaskSummary;
import dev.assent.contract.plan.TaskType;
import dev.assent.notifier.domain.Notice;
import dev.assent.notifier.domain.Texts;
import java.util.Locale;

/** One line that says what is asked, for subjects of mails and lines on the console. */
final class Headline {

  private static final int LONGEST = 180;

  private Headline() {}

  static String of(Notice notice) {
    TaskSummary task = notice.task();
    String what = task == null ? "Decision needed" : needed(task.type());
    String said =
        switch (notice.kind()) {
          case TASK_ASSIGNED -> what + ": " + notice.subject();
          case REMINDER -> "Reminder, " + lowerFirst(what) + ": " + notice.subject();
          case ESCALATED -> "Escalated to you, " + lowerFirst(what) + ": " + notice.subject();
          case DECIDED -> "Decided: " + notice.subject();
          case TIMED_OUT -> "Out of time: " + notice.subject();
          case ANNOUNCEMENT -> notice.subject();
        };
    return Texts.oneLine(said, LONGEST);
  }

  private static String needed(TaskType type) {
    return switch (type) {
      case APPROVAL -> "Approval needed";
      case REVIEW -> "Review needed";
      case FORM -> "Form to fill in";
      case CLARIFICATION -> "Clarification needed";
      case PROVIDE_DATA -> "Data needed";
      case ATTACH_FILE -> "File needed";
      case MANUAL_ACTION -> "Action needed";
      case CONFIRMATION, VALIDATE_REAL_WORLD, VALIDATE_OUTPUT -> "Confirmation needed";
      case ASSIGNMENT, DELEGATION, REROUTE -> "Assignment needed";
      case OVERRIDE -> "Override needed";
      case ESCALATE -> "Escalation to acknowledge";
    };
  }

  private static String lowerFirst(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
