package dev.assent.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.outcome.Refusal;
import dev.assent.intake.TestDirectory;
import dev.assent.intake.domain.SubmissionParser.Form;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Parses test documents at nine o'clock, sent by the planner over HTTP. */
final class Parsing {

  static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  static final Sender PLANNER = Sender.authenticated("agent://acme/prod/planner");

  private static final SubmissionParser PARSER = new SubmissionParser(new TestDirectory());

  private Parsing() {}

  /** JSON with ' for ". */
  static String json(String text) {
    return text.replace('\'', '"');
  }

  static Parsed parse(String text, Form form, Sender sender) {
    return PARSER.parse(json(text).getBytes(StandardCharsets.UTF_8), form, sender, null, NINE);
  }

  static Submission intent(String text) {
    return valid(parse(text, Form.INTENT, PLANNER));
  }

  static Submission scenario(String text) {
    return valid(parse(text, Form.SCENARIO, PLANNER));
  }

  static Refusal refusal(byte[] bytes) {
    return invalid(PARSER.parse(bytes, Form.INTENT, PLANNER, null, NINE));
  }

  static List<String> violations(String text) {
    return invalid(parse(text, Form.INTENT, PLANNER)).violations();
  }

  static List<String> scenarioViolations(String text) {
    return invalid(parse(text, Form.SCENARIO, PLANNER)).violations();
  }

  static Submission valid(Parsed parsed) {
    if (parsed instanceof Parsed.Invalid(Refusal refusal, var _)) {
      throw new AssertionError(refusal.message());
    }
    return ((Parsed.Valid) parsed).submission();
  }

  static Refusal invalid(Parsed parsed) {
    assertThat(parsed).isInstanceOf(Parsed.Invalid.class);
    return ((Parsed.Invalid) parsed).refusal();
  }
}
