package dev.assent.approval.page;

import static dev.assent.approval.page.Samples.ADA;
import static dev.assent.approval.page.Samples.BO;
import static dev.assent.approval.page.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.approval.page.TaskPages.Flash;
import dev.assent.approval.projection.TaskStatus;
import dev.assent.approval.query.TaskView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskPageTest {

  private static final JsonNode INDEX =
      json(
          """
          {"change":"create_index","database":"prod-postgres-main","table":"orders",
           "statement":"create index concurrently orders_customer_created_idx\\n  on orders (customer_id, created_at desc)\\n  where archived_at is null;",
           "estimated_minutes":14,"blocking":false,"rollback":null,
           "runbook":"https://wiki.acme.example/runbooks/online-index",
           "checks":[{"name":"replica lag","value_seconds":0.4,"passed":true},{"name":"free disk","value":"38 %","passed":true}],
           "tags":["database","performance"]}
          """);

  private static final JsonNode FORM =
      json(
          """
          {"type":"object","required":["window","change_ticket","backup_taken"],
           "properties":{
             "window":{"type":"string","title":"Maintenance window","enum":["now","tonight","weekend"]},
             "change_ticket":{"type":"string","description":"Such as CHG-1234.","maxLength":20},
             "max_minutes":{"type":"integer","minimum":1,"maximum":60,"default":20},
             "backup_taken":{"type":"boolean","title":"A backup was taken today"},
             "region":{"type":"string","enum":["eu-west-1","eu-central-1","us-east-1","us-west-2","ap-south-1"]},
             "notes":{"type":"string","maxLength":1000}}}
          """);

  private final Pages pages = Rendering.pages();

  @Test
  void shouldShowWhatIsAskedAndTheAllowedAnswers() {
    // given
    TaskView task =
        Samples.task(
            Samples.spec(
                "Add index to prod-postgres-main",
                "Order history takes 9 s for large customers.\nThe index was tried on staging and brought it to 40 ms.",
                null));

    // when
    String html = pages.html(Samples.page(task, INDEX, Samples.visit(ADA)));

    // then
    Rendering.kept("task", html);
    assertThat(html)
        .contains("Asked by <b class=\"name\">agent://acme/prod/migrator</b>")
        .contains(">Approve</button>")
        .contains(">Reject</button>")
        .contains("name=\"digest\" value=\"" + Samples.subject(INDEX).payloadDigest() + "\"")
        .contains("in 52 min")
        .contains("It counts as rejected")
        .contains("Bo is asked as well")
        .contains("href=\"https://wiki.acme.example/runbooks/online-index\"");
  }

  @Test
  void shouldAskForTheFieldsOfTheFormAndKeepWhatWasTyped() {
    // given
    TaskView task = Samples.task(Samples.spec("Choose a window", "Pick one.", FORM));
    Map<String, String> entered =
        Map.of("field.window", "tonight", "field.change_ticket", "CHG", "comment", "please");
    var problem =
        new TaskPage.Problem(
            "Not accepted yet",
            "Some answers do not fit the form.",
            List.of("backup_taken: is missing"));

    // when
    String html =
        pages.html(Samples.page(task, INDEX, Samples.visit(ADA, Flash.NOTHING, entered, problem)));

    // then
    Rendering.kept("task-form", html);
    assertThat(html)
        .contains("name=\"field.window\" value=\"tonight\" checked required")
        .contains("name=\"field.change_ticket\" type=\"text\" value=\"CHG\"")
        .contains("type=\"number\" value=\"20\" min=\"1\" max=\"60\" step=\"1\"")
        .contains("name=\"field.backup_taken\" value=\"false\" required")
        .contains("<option value=\"us-east-1\">")
        .contains("<li>backup_taken: is missing</li>")
        .contains(">please</textarea>");
  }

  @Test
  void shouldTellTheLoserOfARaceWhoWon() {
    // given
    TaskView task = Samples.task(Samples.spec("Add index to prod-postgres-main", null, null));
    TaskView lost =
        Samples.closed(
            task, TaskStatus.DECIDED, Samples.by(BO, "rejected", "Not during the sale."));

    // when
    String html =
        pages.html(Samples.page(lost, INDEX, Samples.visit(ADA, Flash.TOO_LATE, Map.of(), null)));

    // then
    Rendering.kept("task-late", html);
    assertThat(html)
        .contains("You were too late")
        .contains("Bo rejected it at <time datetime=\"2026-11-22T14:02:10Z\"")
        .contains("Not during the sale.")
        .doesNotContain("<form method=\"post\" action=\"/tasks");
  }

  @Test
  void shouldNotBelieveTheAddressThatSomebodyWasTooLate() {
    // given
    TaskView task = Samples.task(Samples.spec("Add index", null, null));
    TaskView mine =
        Samples.closed(task, TaskStatus.DECIDED, Samples.by(ADA, "approved", "Go ahead."));

    // when
    String html =
        pages.html(Samples.page(mine, INDEX, Samples.visit(ADA, Flash.TOO_LATE, Map.of(), null)));

    // then
    Rendering.kept("task-approved", html);
    assertThat(html).doesNotContain("too late").contains("You approved it");
  }

  @Test
  void shouldOfferNoAnswerToSomebodyWhoIsNotAsked() {
    // given
    TaskView task = Samples.task(Samples.spec("Add index", null, null));

    // when
    String html = pages.html(Samples.page(task, INDEX, Samples.visit(BO)));

    // then
    Rendering.kept("task-bystander", html);
    assertThat(html)
        .contains("This is for Ada to decide. You are signed in as Bo.")
        .doesNotContain("name=\"outcome\"");
  }
}
