package dev.assent.approval.page;

import static dev.assent.approval.page.Samples.ADA;
import static dev.assent.approval.page.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.approval.page.TaskPages.Flash;
import dev.assent.approval.projection.Closing;
import dev.assent.approval.projection.TaskStatus;
import dev.assent.approval.query.TaskView;
import dev.assent.contract.json.ContractJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks for an approval chooses what stands in it: nothing of that may act on the page. */
class HostileContentTest {

  private static final String SCRIPT =
      "</pre></td><script>alert(1)</script><img src=x onerror=\"a\">";

  private final Pages pages = Rendering.pages();

  @Test
  void shouldEscapeWhateverTheRequesterWrote() {
    // given
    JsonNode payload =
        ContractJson.MAPPER
            .createObjectNode()
            .put(SCRIPT, SCRIPT)
            .put("long", SCRIPT.repeat(10))
            .set(
                "nested",
                ContractJson.MAPPER.createObjectNode().put("\" onclick=\"x", "'\"><svg>"));
    JsonNode form =
        ContractJson.MAPPER
            .createObjectNode()
            .set(
                "properties",
                ContractJson.MAPPER
                    .createObjectNode()
                    .set(
                        "x\" autofocus onfocus=\"alert(1)",
                        json(
                            "{\"type\":\"string\",\"title\":\"<b>t</b>\",\"description\":\"<i>d</i>\",\"enum\":[\"<u>1</u>\"]}")));
    TaskView task = Samples.task(Samples.spec(SCRIPT, SCRIPT, form));

    // when
    String html =
        pages.html(
            Samples.page(
                task,
                payload,
                Samples.visit(
                    ADA,
                    Flash.NOTHING,
                    Map.of("comment", "</textarea><script>"),
                    new TaskPage.Problem("<h>", SCRIPT, List.of("<flaw>")))));

    // then
    Rendering.kept("task-hostile", html);
    assertThat(html.replaceAll("<script src=\"/assets/assent.js[^\"]*\" defer></script>", ""))
        .doesNotContain("<script", "<img", "<b>t", "<i>d", "<u>1", "<svg>", "<flaw>", "<h>")
        .doesNotContain(" onclick=\"x", "x\" autofocus");
    assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  @Test
  void shouldEscapeTheCommentAndDataOfADecision() {
    // given
    var closing = new Closing("<b>odd</b>", ADA, Samples.NOW, SCRIPT, json("{\"k\":\"<script>\"}"));
    TaskView task =
        Samples.closed(
            Samples.task(Samples.spec("Add index", null, null)), TaskStatus.DECIDED, closing);

    // when
    String html = pages.html(Samples.page(task, json("{}"), Samples.visit(ADA)));

    // then
    assertThat(html)
        .doesNotContain("<b>odd", "<script>", "<img")
        .contains("You answered “&lt;b&gt;odd&lt;/b&gt;”");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt://example.com/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "https://good.example@evil.example/",
        "https://good.example/\u202Egnp.exe",
        " https://good.example/",
        "//evil.example/",
        "http:evil.example",
        "https://good.example/\" onmouseover=\"alert(1)"
      })
  void shouldLinkHonestWebAddressesOnly(String address) {
    // given
    JsonNode payload = ContractJson.MAPPER.createObjectNode().put("link", address);

    // when
    PayloadTable table = PayloadTable.of(payload);

    // then
    assertThat(table.rows()).singleElement().extracting(PayloadTable.Row::href).isNull();
  }

  @Test
  void shouldLinkAWebAddressWithoutTellingItWhereFrom() {
    // given
    JsonNode payload = json("{\"pull_request\":\"https://git.example/acme/repo/pull/7?a=1&b=2\"}");
    TaskView task = Samples.task(Samples.spec("Merge it", null, null));

    // when
    String html = pages.html(Samples.page(task, payload, Samples.visit(ADA)));

    // then
    assertThat(html)
        .contains(
            "<a href=\"https://git.example/acme/repo/pull/7?a=1&amp;b=2\" target=\"_blank\""
                + " rel=\"noopener noreferrer nofollow\">");
  }

  @Test
  void shouldMakeCharactersVisibleThatTurnTheWritingDirection() {
    // given
    JsonNode payload =
        ContractJson.MAPPER.createObjectNode().put("amount\u200B", "100\u202E000,1\u0007");
    TaskView task = Samples.task(Samples.spec("Pay \u202Eevil", null, null));

    // when
    String html = pages.html(Samples.page(task, payload, Samples.visit(ADA)));

    // then
    assertThat(html)
        .doesNotContain("\u202E", "\u200B", "\u0007")
        .contains("Pay ⟦U+202E⟧evil")
        .contains("100⟦U+202E⟧000,1⟦U+0007⟧")
        .contains("100\\u202e000,1\\u0007");
  }

  @Test
  void shouldSayWhatAHugePayloadLeavesOutAndStillShowAllOfItRaw() {
    // given
    ObjectNode payload = ContractJson.MAPPER.createObjectNode();
    payload.put("blob", "x".repeat(100_000) + "END");
    for (int i = 0; i < 500; i++) {
      payload.put("key" + i, i);
    }
    TaskView task = Samples.task(Samples.spec("Huge", null, null));

    // when
    TaskPage page = Samples.page(task, payload, Samples.visit(ADA));
    String html = pages.html(page);

    // then
    Rendering.kept("task-huge", html);
    assertThat(page.payload().rows()).hasSize(PayloadTable.MAX_ROWS);
    assertThat(page.payload().omitted()).isEqualTo(301);
    assertThat(html)
        .contains("The first 2000 of 100003 characters")
        .contains("301 more values are not in this table")
        .contains("xEND&quot;")
        .contains("&quot;key499&quot; : 499");
  }

  @Test
  void shouldShowDeepPayloadsWithoutOverflowing() {
    // given
    String deep = "{\"a\":".repeat(400) + "1" + "}".repeat(400);

    // when
    PayloadTable table = PayloadTable.of(json(deep));

    // then
    assertThat(table.rows()).hasSize(7);
    assertThat(table.rows().getLast().kind()).isEqualTo("json");
  }
}
