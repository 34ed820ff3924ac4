package dev.assent.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assent.cli.terminal.Style;
import dev.assent.cli.terminal.Terminal;
import dev.assent.contract.json.ContractJson;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class AuditReportTest {

  private static final String CLEAN =
      """
      {"checks": [
        {"check": "sequences", "checked": {"events": 12345, "intents": 1234}, "notes": [],
         "flaws": 0, "findings": []},
        {"check": "causes", "checked": {"events": 12345}, "flaws": 0, "findings": [],
         "notes": ["7 events older than the inputs that are kept"]}]}
      """;

  private static final String FLAWED =
      """
      {"checks": [
        {"check": "sequences", "checked": {"events": 3}, "notes": [], "flaws": 1200, "findings": [
          {"place": "assent.events-0@2", "intent": "i\\u001b[2J", "expected": "sequence 2",
           "found": "sequence 3"}]}]}
      """;

  private static final String BROKEN =
      """
      {"checks": [
        {"check": "views", "checked": {"rows": 0}, "notes": [], "flaws": 0, "findings": [],
         "broken": "no right to create databases"}]}
      """;

  @Test
  void shouldShowALineForEachCheck() throws Exception {
    // when
    String text = printed(report(CLEAN));

    // then
    assertThat(text.lines())
        .containsExactly(
            "sequences  ok  12,345 events, 1,234 intents",
            "causes     ok  12,345 events; 7 events older than the inputs that are kept",
            "The log is in order.");
  }

  @Test
  void shouldShowEachFlawInASentenceAndCountTheRest() throws Exception {
    // when
    String text = printed(report(FLAWED));

    // then
    assertThat(text.lines())
        .containsExactly(
            "sequences  1,200 flaws  3 events",
            "sequences: assent.events-0@2, intent i\uFFFD[2J: expected sequence 2, but there is sequence 3",
            "sequences: and 1,199 more",
            "The log is NOT in order.");
  }

  @Test
  void shouldTellWhatCouldNotBeLookedAtFromWhatIsInOrder() throws Exception {
    // given
    AuditReport broken = report(BROKEN);

    // when
    String text = printed(broken);

    // then
    assertThat(broken.isWhole()).isFalse();
    assertThat(broken.hasFlaws()).isFalse();
    assertThat(text).contains("not checked", "views: could not be checked: no right to create");
  }

  private static AuditReport report(String json) throws JsonProcessingException {
    return new AuditReport(ContractJson.MAPPER.readTree(json));
  }

  private static String printed(AuditReport report) {
    StringWriter out = new StringWriter();
    report.print(
        new Terminal(out, new StringWriter(), new StringReader(""), Style.PLAIN, 100, false));
    return out.toString();
  }
}
