package dev.assent.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person signs in, sees a task arrive, approves it, and sees that it is done. */
@ExtendWith(SharedInstallation.class)
@ResourceLock(SharedInstallation.NAME)
class BrowserE2E {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @ParameterizedTest
  @CsvSource({"desktop,1280,900", "phone,390,844"})
  void shouldSeeTheTaskArriveAndApproveIt(
      String device, int width, int height, Installation assent) {
    try (Browser browser = new Browser(assent.url(), width, height)) {
      // given
      String title = "Add index " + UUID.randomUUID();
      Map<String, Object> intent = Cases.quiet();
      intent.put("title", title);
      browser.signIn("ada", assent.credentials.password("ada").orElseThrow());
      browser.screenshot(device + "-1-inbox");
      Api agent = assent.agent();

      // when: the task arrives while the inbox is open
      String id = agent.post("/v1/intents", intent).intentId();
      browser.text(title).click();
      browser.element(".timeline");
      browser.element("#comment").sendKeys("Looks safe");
      browser.screenshot(device + "-2-task");
      assertThat(browser.overflows()).isFalse();
      browser.click("button[value=approved]");
      browser.element("#confirm");
      browser.screenshot(device + "-3-confirm");
      browser.click("#confirm [data-do=confirm]");

      // then
      assertThat(browser.element("#result").getText()).containsIgnoringCase("approved");
      browser.screenshot(device + "-4-result");
      assertThat(agent.awaitStatus(id, "COMPLETED", PATIENCE).at("/result/comment").asText())
          .isEqualTo("Looks safe");
    }
  }

  @ParameterizedTest
  @CsvSource({"1280,900"})
  void shouldShowADecisionThatWasTakenElsewhere(int width, int height, Installation assent) {
    try (Browser browser = new Browser(assent.url(), width, height)) {
      // given
      Api agent = assent.agent();
      String id = agent.post("/v1/intents", Cases.quiet()).intentId();
      agent.awaitStatus(id, "WAITING", PATIENCE);
      browser.signIn("ada", assent.credentials.password("ada").orElseThrow());
      browser.open("/tasks/" + id);
      browser.element("button[value=approved]");

      // when
      assent.person("bo").post("/v1/approvals/" + id + "/decision", Map.of("decision", "reject"));

      // then
      assertThat(browser.element("#result").getText()).containsIgnoringCase("rejected");
      browser.screenshot("elsewhere");
    }
  }
}
