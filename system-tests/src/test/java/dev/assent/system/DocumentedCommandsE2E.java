package dev.assent.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.system.DocumentedCommands.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the README and the how-to tell readers to type does what the words around it say. Every
 * command is run as it is written and in order, by a shell, through the launcher, against what was
 * built. What it must yield stands here by its heading: a block under a heading that is not known
 * here, or one more under a heading that is, fails.
 */
@DisabledIfSystemProperty(
    named = "assent.backends",
    matches = "testcontainers",
    disabledReason = "assent up starts embedded backends, whatever tests use")
class DocumentedCommandsE2E {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String TITLE = "Add index users_email";
  private static final Pattern EVENT = Pattern.compile("(?m)^ *\\d+ +\\S+ +\\S+ +(\\w+) ");
  private static final Pattern EVENT_TYPE =
      Pattern.compile("ce_type:dev\\.assent\\.([a-z_.]+)\\.v1,");

  private BuiltTree tree;
  private String id = "";

  @BeforeEach
  void makeTree(@TempDir Path folder) {
    tree = BuiltTree.in(folder);
  }

  @AfterEach
  void stop() {
    tree.close();
  }

  @Test
  void shouldDoWhatTheReadmeSays() {
    // given
    List<Section> sections = DocumentedCommands.of("README.md");

    // then
    sections.forEach(this::followReadme);
    assertThat(sections).hasSize(2);
  }

  @Test
  void shouldDoWhatTheHowToByKafkaOnlySays() {
    // given
    List<Section> sections = DocumentedCommands.of("docs/how-to/by-kafka-only.md");

    // then
    sections.forEach(this::followHowTo);
    assertThat(sections).hasSize(8);
  }

  @Test
  void shouldDoWhatTheHowToAuditTheLogSays() {
    // given
    List<Section> sections = DocumentedCommands.of("docs/how-to/audit-the-log.md");
    tree.run("./assent up");

    // then
    sections.forEach(this::followAudit);
    assertThat(sections).hasSize(3);
  }

  private void followReadme(Section section) {
    switch (section.heading()) {
      case "Run it" -> runIt(section);
      case "Test it" -> assertThat(section.commands()).containsExactly("./assent test");
      default -> throw unknown(section);
    }
  }

  private void followHowTo(Section section) {
    switch (section.heading()) {
      case "1. Start" -> start(only(section));
      case "2. Submit" -> submit(only(section));
      case "3. Watch the log" -> watchTheLog(only(section));
      case "4. Decide" -> decide(only(section), section.spans());
      case "5. Read the outcome" -> readTheOutcome(only(section));
      case "When nobody answers" -> nobodyAnswers(only(section));
      case "When the sender repeats itself" -> senderRepeatsItself(only(section));
      case "When something is wrong" -> somethingIsWrong(section.blocks());
      default -> throw unknown(section);
    }
  }

  private void followAudit(Section section) {
    switch (section.heading()) {
      case "Run it" ->
          assertThat(tree.run(only(section)))
              .contains("sequences", "views")
              .contains("The log and the views are in order.");
      case "Give the log to somebody else" ->
          assertThat(tree.run(only(section)))
              .contains("events and", "checkpoints are in june.export")
              .contains("The log is in order.");
      case "In a script" ->
          assertThat(tree.run(only(section))).doesNotContain("views  ").contains("in order");
      default -> throw unknown(section);
    }
  }

  private static AssertionError unknown(Section section) {
    return new AssertionError(
        "Nothing says what the commands under \"%s\" must yield: %s"
            .formatted(section.heading(), section.blocks()));
  }

  private static String only(Section section) {
    assertThat(section.blocks()).as(section.heading()).hasSize(1);
    return section.blocks().getFirst();
  }

  /** The demo is played by {@link DemoE2E}. */
  private void runIt(Section section) {
    List<String> commands = section.commands();
    assertThat(commands).as(section.heading()).hasSize(7).first().isEqualTo("./assent demo");
    assertThat(section.spans()).contains("./assent help");
    assertThat(tree.run("./assent help")).contains("intents", "tasks", "audit", "kafka");
    start(commands.get(1));
    assertThat(tree.run(commands.get(2))).contains("SUBMITTED");
    String task = awaitTask(TITLE);
    assertThat(tree.run(commands.get(3))).contains(task);
    assertThat(tree.run(commands.get(4))).contains("running", "healthy");
    assertThat(tree.run(commands.get(5))).contains("The log and the views are in order.");
    assertThat(tree.run(commands.get(6))).contains("Stopped.");
    assertThat(tree.isReady()).isFalse();
  }

  private void start(String block) {
    assertThat(tree.run(block))
        .contains("Assent runs.", tree.url().toString(), "initial-credentials.json");
    assertThat(tree.isReady()).isTrue();
  }

  private void submit(String block) {
    tree.run(block);
    id = awaitTask(TITLE);
  }

  private void watchTheLog(String block) {
    String output = tree.run(block);
    List<String> types = EVENT_TYPE.matcher(output).results().map(type -> type.group(1)).toList();
    assertThat(types)
        .startsWith("intent.created", "intent.submitted", "intent.human_task_assigned");
    assertThat(output).contains("ce_subject:" + id, "TimeoutException");
  }

  private void decide(String block, List<String> spans) {
    assertThat(tree.run(block).lines().filter(line -> line.startsWith(id))).hasSize(1);
    assertThat(spans).hasSize(1).first().asString().contains(" ID ");
    assertThat(tree.run(spans.getFirst().replace("ID", id))).contains("COMPLETED");
  }

  private void readTheOutcome(String block) {
    JsonNode completion = records(block).getFirst();
    JsonNode decision = completion.path("decision");
    assertThat(completion.path("intent_id").asText()).isEqualTo(id);
    assertThat(completion.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(decision.at("/by/id").asText()).isEqualTo("ada");
    assertThat(decision.path("at").asText()).isNotEmpty();
    assertThat(decision.path("payload_digest").asText()).hasSize(64);
  }

  private void nobodyAnswers(String block) {
    tree.run(block);
    JsonNode completion = awaitRecord(consume("assent.completions"), "/status", "FAILED");
    String trail = tree.run("./assent audit replay " + completion.path("intent_id").asText());
    assertThat(EVENT.matcher(trail).results().map(event -> event.group(1)))
        .containsSubsequence("reminder", "notified", "escalated", "notified", "timeout")
        .containsSubsequence("timeout", "decision_recorded", "failed");
  }

  private void senderRepeatsItself(String block) {
    tree.run(block);
    String task = awaitTask("Sent twice");
    tree.run(block);
    JsonNode refusal = awaitRecord(consume("assent.refusals"), "/refusal/code", "DUPLICATE");
    assertThat(refusal.path("intent_id").asText()).isEqualTo(task);
    assertThat(tasks("Sent twice")).containsExactly(task);
  }

  private void somethingIsWrong(List<String> blocks) {
    assertThat(blocks).hasSize(2);
    tree.run(blocks.getFirst());
    JsonNode refusal = awaitRecord(blocks.getLast(), "/refusal/code", "MALFORMED");
    assertThat(refusal.at("/refusal/violations/0").asText()).contains("aproval", "approval");
    assertThat(blocks.getFirst()).contains(original(refusal));
  }

  private static String original(JsonNode refusal) {
    try {
      return new String(refusal.path("original").binaryValue(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError("not base64: " + refusal, e);
    }
  }

  private List<JsonNode> records(String consume) {
    return BuiltTree.records(tree.run(consume));
  }

  /** Consumes again until a record has this value at this place. */
  private JsonNode awaitRecord(String consume, String place, String value) {
    List<JsonNode> last = new ArrayList<>();
    try {
      return Eventually.get(
          PATIENCE,
          () -> {
            last.clear();
            last.addAll(records(consume));
            return last.stream()
                .filter(record -> record.at(place).asText().equals(value))
                .findFirst()
                .orElse(null);
          });
    } catch (AssertionError e) {
      throw new AssertionError("no record with %s, but %s".formatted(value, last), e);
    }
  }

  private static String consume(String topic) {
    return "./assent kafka console-consumer --topic %s --from-beginning --isolation-level read_committed --timeout-ms 1500"
        .formatted(topic);
  }

  /** The id of the one task with this title that ada sees, once she sees it. */
  private String awaitTask(String title) {
    return Eventually.get(PATIENCE, () -> tasks(title).stream().findFirst().orElse(null));
  }

  private List<String> tasks(String title) {
    return tree.run("./assent tasks list --as ada")
        .lines()
        .filter(line -> line.contains(title))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }
}
