package dev.assent.approval.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.assent.approval.projection.TaskStatus;
import dev.assent.approval.query.Subject;
import dev.assent.approval.query.TaskView;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.json.ContractJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the page of one task. */
public final class TaskPages {

  private static final ObjectWriter PRETTY = ContractJson.MAPPER.writerWithDefaultPrettyPrinter();

  private final Names names;
  private final Times times;
  private final Closed closed;
  private final Outlooks outlooks;

  public TaskPages(Names names, Times times) {
    this.names = names;
    this.times = times;
    this.closed = new Closed(names, times);
    this.outlooks = new Outlooks(names, times);
  }

  /** What just happened, as the address of the page says; believed only where the task agrees. */
  public enum Flash {
    NOTHING,
    DECIDED,
    TOO_LATE
  }

  /**
   * What the page is about.
   *
   * @param digest of the payload as it is shown
   * @param siblings the other tasks of the intent
   */
  public record Content(TaskView task, Subject subject, String digest, List<TaskView> siblings) {}

  /**
   * Who looks, and what they did before.
   *
   * @param entered what they typed, by the inputs' names
   * @param requestId names the answer that they may give
   */
  public record Visit(
      Actor person,
      Flash flash,
      Map<String, String> entered,
      TaskPage.@Nullable Problem problem,
      String requestId) {}

  public TaskPage of(Frame frame, Content content, Visit visit) {
    TaskView task = content.task();
    var spec = task.question().spec();
    boolean mayAnswer =
        task.isOpen() && task.assignees().stream().anyMatch(a -> a.covers(visit.person()));
    List<String> approvers = task.assignees().stream().map(names::of).map(names::upper).toList();
    return new TaskPage(
        frame,
        task.intent().toString(),
        task.id().toString(),
        Visible.line(spec.title()),
        spec.description() == null ? null : Visible.text(spec.description()),
        Wording.type(spec.type()),
        Visible.line(content.subject().type()),
        Visible.line(content.subject().from()),
        times.moment(task.question().openedAt()),
        times.momentOrNull(task.dueAt()),
        Due.urgency(task.question().openedAt(), task.dueAt(), times.now()),
        approvers,
        task.level() == 0 ? null : "Escalated to " + names.anyOf(task.asked()),
        outlooks.of(task),
        PayloadTable.of(content.subject().payload()),
        raw(content.subject().payload()),
        content.digest(),
        task.isOpen() ? null : banner(task, visit),
        visit.problem(),
        mayAnswer ? AnswerForms.of(task, visit) : null,
        task.isOpen() && !mayAnswer ? bystander(task, visit.person()) : null,
        content.siblings().stream().map(closed::card).toList(),
        version(task, content.digest()));
  }

  private TaskPage.Banner banner(TaskView task, Visit visit) {
    var closing = Closed.closing(task);
    String me = visit.person().id();
    boolean mine = closing.by() != null && closing.by().id().equals(me);
    boolean late = visit.flash() == Flash.TOO_LATE && !mine;
    boolean decided = task.status() == TaskStatus.DECIDED;
    return new TaskPage.Banner(
        late ? "warning" : Closed.tone(task),
        late ? "You were too late" : Closed.status(task),
        closed.sentence(task, me),
        times.moment(closing.at()),
        task.status() == TaskStatus.EXPIRED || closing.comment() == null
            ? null
            : Visible.text(closing.comment()),
        decided && closing.data() != null ? PayloadTable.of(closing.data()).rows() : List.of(),
        late,
        mine && visit.flash() == Flash.DECIDED);
  }

  private String bystander(TaskView task, Actor person) {
    return "This is for "
        + names.anyOf(task.assignees())
        + " to decide. You are signed in as "
        + names.person(person.id())
        + ".";
  }

  private static String raw(JsonNode payload) {
    try {
      return Visible.json(PRETTY.writeValueAsString(payload));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that is no JSON", e);
    }
  }

  private static String version(TaskView task, String digest) {
    return task.status().word()
        + "-"
        + task.level()
        + "-"
        + Integer.toHexString(task.assignees().hashCode())
        + "-"
        + digest.substring(0, Math.min(8, digest.length()));
  }
}
