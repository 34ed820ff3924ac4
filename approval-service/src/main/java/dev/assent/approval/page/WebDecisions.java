package dev.assent.approval.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.access.PersonCaller;
import dev.assent.approval.command.Answer;
import dev.assent.approval.command.SignalIds;
import dev.assent.approval.command.Signals;
import dev.assent.approval.command.TaskAnswer;
import dev.assent.approval.page.TaskPages.Content;
import dev.assent.approval.page.TaskPages.Flash;
import dev.assent.approval.page.TaskPages.Visit;
import dev.assent.approval.query.Freshness;
import dev.assent.approval.query.TaskView;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.plan.TaskSpec;
import dev.assent.contract.signal.Signal.DecisionSubmitted;
import dev.assent.edge.RefusedException;
import dev.assent.edge.SeeOther;
import dev.assent.eventlog.ask.AnswerTimeoutException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decisions that come from the task page. */
@Singleton
public class WebDecisions {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Signals signals;
  private final Freshness view;
  private final Visits visits;
  private final PageKit kit;

  @Inject
  WebDecisions(Signals signals, Freshness view, Visits visits, PageKit kit) {
    this.signals = signals;
    this.view = view;
    this.visits = visits;
    this.kit = kit;
  }

  /**
   * Answers a posted form.
   *
   * @param entered the form's inputs
   */
  Response answer(PersonCaller caller, Content content, Map<String, String> entered) {
    TaskView task = content.task();
    String outcome = entered.getOrDefault("outcome", "");
    if (!task.question().spec().allowedOutcomes().contains(outcome)) {
      return again(422, caller, content, entered, PageProblems.noOutcome());
    }
    boolean confirmed = "yes".equals(entered.get("confirmed"));
    if (!confirmed) {
      return task.isOpen()
          ? confirm(caller, content, entered)
          : SeeOther.to(Closed.href(task) + "&said=late");
    }
    try {
      return send(caller, content, entered);
    } catch (RefusedException e) {
      return again(
          422, caller, content, entered, PageProblems.of(e.refusal(), fields(content, entered)));
    } catch (AnswerTimeoutException e) {
      return again(503, caller, content, entered, PageProblems.noAnswerYet());
    }
  }

  private Response send(PersonCaller caller, Content content, Map<String, String> entered) {
    TaskView task = content.task();
    TaskSpec spec = task.question().spec();
    DecisionSubmitted signal =
        new DecisionSubmitted(
            task.id(),
            entered.getOrDefault("outcome", ""),
            caller.actor(),
            "web",
            TaskAnswer.checked(entered.get("comment")),
            data(spec, entered),
            entered.getOrDefault("digest", ""));
    ObjectNode asked = ContractJson.MAPPER.createObjectNode();
    asked.put("outcome", signal.outcome()).put("comment", signal.comment());
    asked.set("data", signal.data());
    String id =
        SignalIds.of(caller.actor(), "web-decision", task.intent(), entered.get("request"), asked);
    Answer answer = signals.ask(new Signals.Sent(id, task.intent(), signal, null));
    view.await(task.intent(), PATIENCE);
    return switch (answer) {
      case Answer.Accepted accepted -> SeeOther.to(Closed.href(task) + "&said=decided");
      case Answer.Refused(Refusal refusal) -> refused(caller, content, entered, refusal);
    };
  }

  private Response refused(
      PersonCaller caller, Content content, Map<String, String> entered, Refusal refusal) {
    String here = Closed.href(content.task());
    return switch (refusal.code()) {
      case DUPLICATE -> SeeOther.to(here + "&said=decided");
      // The same form with another answer, after the first was taken: that one stands.
      case ALREADY_DECIDED, ALREADY_ENDED, IDEMPOTENCY_KEY_REUSED ->
          SeeOther.to(here + "&said=late");
      case SHOWN_SOMETHING_ELSE ->
          switch (visits.find(
              caller, content.task().intent().toString(), content.task().id().toString())) {
            case Visits.Found.Nothing(Response answer) -> answer;
            case Visits.Found.Task(Content now) ->
                again(409, caller, now, entered, PageProblems.of(refusal, List.of()));
          };
      default ->
          again(
              refusal.code().httpStatus(),
              caller,
              content,
              entered,
              PageProblems.of(refusal, fields(content, entered)));
    };
  }

  /** The same page with what was typed, and the same request: sending it again is sending once. */
  private Response again(
      int status,
      PersonCaller caller,
      Content content,
      Map<String, String> entered,
      TaskPage.Problem problem) {
    // A refused answer may be mended and sent again; only one whose fate is open keeps its name.
    String request =
        status == 503 ? entered.getOrDefault("request", "") : UUID.randomUUID().toString();
    return visits.page(
        status,
        caller,
        content,
        new Visit(caller.actor(), Flash.NOTHING, entered, problem, request));
  }

  private Response confirm(PersonCaller caller, Content content, Map<String, String> entered) {
    TaskView task = content.task();
    String outcome = entered.getOrDefault("outcome", "");
    JsonNode data = data(task.question().spec(), entered);
    List<Map.Entry<String, String>> carried =
        entered.entrySet().stream()
            .filter(input -> !input.getKey().equals("confirmed"))
            .sorted(Map.Entry.comparingByKey())
            .toList();
    String comment = TaskAnswer.checked(entered.get("comment"));
    TaskPage.Choice choice = AnswerForms.choice(outcome);
    ConfirmPage page =
        new ConfirmPage(
            kit.frame(caller, choice.label(), null, Closed.href(task)),
            task.intent().toString(),
            task.id().toString(),
            Visible.line(task.question().spec().title()),
            "/tasks/" + task.intent() + "/decision",
            entered.getOrDefault("digest", ""),
            choice,
            comment == null ? null : Visible.text(comment),
            data == null ? List.of() : PayloadTable.of(data).rows(),
            carried);
    return PageKit.page(200, kit.pages().html(page));
  }

  private static List<FormField> fields(Content content, Map<String, String> entered) {
    return AnswerForms.fields(content.task().question().spec(), entered);
  }

  private static @Nullable JsonNode data(TaskSpec spec, Map<String, String> entered) {
    return FormData.read(spec.form(), AnswerForms.fields(spec, entered), entered);
  }
}
