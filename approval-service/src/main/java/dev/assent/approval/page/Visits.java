package dev.assent.approval.page;

import dev.assent.access.PersonCaller;
import dev.assent.approval.page.TaskPages.Content;
import dev.assent.approval.page.TaskPages.Visit;
import dev.assent.approval.query.IntentView;
import dev.assent.approval.query.Lookup;
import dev.assent.approval.query.TaskView;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.json.CanonicalJson;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a person came to see, if they may see it. */
@Singleton
public class Visits {

  private final Lookup lookup;
  private final PageKit kit;

  @Inject
  Visits(Lookup lookup, PageKit kit) {
    this.lookup = lookup;
    this.kit = kit;
  }

  /** A task that the person may see, or the page that says why not. */
  sealed interface Found {

    record Task(Content content) implements Found {}

    record Nothing(Response answer) implements Found {}
  }

  /**
   * Finds the task.
   *
   * @param intentText the intent's id, as the address has it
   * @param taskText which of its tasks; null: the open one, else the last
   */
  Found find(PersonCaller caller, String intentText, @Nullable String taskText) {
    IntentId intent;
    try {
      intent = IntentId.of(intentText);
    } catch (IllegalArgumentException e) {
      return missing(caller);
    }
    // A link may be followed before the view has seen the intent.
    IntentView known = lookup.intent(intent);
    List<TaskView> all = known == null ? List.of() : lookup.tasksOf(intent);
    if (known == null || all.isEmpty()) {
      return missing(caller);
    }
    Actor person = caller.actor();
    if (all.stream().noneMatch(task -> task.concerns(person))) {
      return foreign(caller, all);
    }
    TaskView task = choose(all, taskText);
    String digest = CanonicalJson.digest(known.subject().payload());
    List<TaskView> others = all.stream().filter(each -> !each.id().equals(task.id())).toList();
    return new Found.Task(new Content(task, known.subject(), digest, others));
  }

  /** The page of a task that was found. */
  Response page(int status, PersonCaller caller, Content content, Visit visit) {
    TaskView task = content.task();
    String title = Visible.line(task.question().spec().title());
    String live = "/tasks/" + task.intent() + "/live";
    Frame frame = kit.frame(caller, title, live, Closed.href(task));
    TaskPage page = new TaskPages(kit.names(), kit.times()).of(frame, content, visit);
    return PageKit.page(status, kit.pages().html(page));
  }

  private static TaskView choose(List<TaskView> all, @Nullable String taskText) {
    if (taskText != null) {
      for (TaskView task : all) {
        if (task.id().toString().equals(taskText)) {
          return task;
        }
      }
    }
    return all.stream().filter(TaskView::isOpen).findFirst().orElseGet(all::getLast);
  }

  private Found missing(PersonCaller caller) {
    return new Found.Nothing(
        kit.message(
            404,
            new MessagePage(
                kit.frame(caller, "Not found", null, "/inbox"),
                "Nothing is here",
                "No request with this address asks a person for anything. It may have been typed"
                    + " wrong.",
                "/inbox",
                "To your inbox")));
  }

  /** Names, and nothing of the request: a link that was passed on shows whom to ask. */
  private Found foreign(PersonCaller caller, List<TaskView> all) {
    String whose = kit.names().anyOf(all.getLast().assignees());
    return new Found.Nothing(
        kit.message(
            403,
            new MessagePage(
                kit.frame(caller, "Not yours", null, "/inbox"),
                "This is for others to decide",
                "It was put to "
                    + whose
                    + ". You are signed in as "
                    + Visible.line(caller.person().name())
                    + ".",
                "/inbox",
                "To your inbox")));
  }
}
