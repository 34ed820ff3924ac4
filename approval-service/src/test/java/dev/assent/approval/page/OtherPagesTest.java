package dev.assent.approval.page;

import static dev.assent.approval.page.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtherPagesTest {

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

  private final Pages pages = Rendering.pages();

  @Test
  void shouldConfirmWithoutAScript() {
    // given
    var page =
        new ConfirmPage(
            Samples.frame("Reject?", "task", "/x", "/tasks/1"),
            Samples.INTENT.toString(),
            Samples.TASK.toString(),
            "Add index to prod-postgres-main",
            "/tasks/1/decision",
            Samples.subject(INDEX).payloadDigest(),
            AnswerForms.choice("rejected"),
            "Not <now>.",
            PayloadTable.of(json("{\"window\":\"tonight\"}")).rows(),
            List.of(Map.entry("outcome", "rejected"), Map.entry("comment", "Not <now>.")));

    // when
    String html = pages.html(page);

    // then
    Rendering.kept("confirm", html);
    assertThat(html)
        .contains("<input type=\"hidden\" name=\"confirmed\" value=\"yes\">")
        .contains("name=\"comment\" value=\"Not &lt;now&gt;.\"")
        .contains("class=\"choice negative\">Reject</button>");
  }

  @Test
  void shouldAskForNameAndPassword() {
    // when
    String html =
        pages.html(
            new SignInPage(
                new Frame("Sign in", null, "t", null, "/sign-in", "sign-in"),
                "/tasks/1",
                "ada",
                "That name and password do not belong together."));

    // then
    Rendering.kept("sign-in", html);
    assertThat(html)
        .contains("name=\"next\" value=\"/tasks/1\"")
        .contains("autocomplete=\"current-password\"")
        .doesNotContain("Sign out");
  }
}
