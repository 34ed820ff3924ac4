package dev.assent.approval.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.approval.process.Intake;
import dev.assent.approval.query.IntentView;
import dev.assent.approval.query.Tasks;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.plan.Assignee;
import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.ask.LogEdge;
import dev.assent.eventlog.kafka.Topics;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** People with browsers and command lines, an agent, and what is put before them. */
@Singleton
public class World {

  @Inject LogEdge log;
  @Inject Topics topics;
  @Inject Tasks tasks;

  /** A browser in which this person is signed in. */
  public Client browser(URI base, String person) {
    return new Client(base).signIn(person, password(person));
  }

  /** A command line with this person's session. */
  public Client person(URI base, String id) {
    var session =
        new Client(base)
            .postJson(
                "/v1/sessions",
                "{\"person\":\"" + id + "\",\"password\":\"" + password(id) + "\"}");
    return new Client(base)
        .with("Authorization", "Bearer " + Client.json(session).path("token").asText());
  }

  /** The sender of everything here. */
  public Client agent(URI base) {
    return new Client(base).with("x-api-key", setting("probe.api-key"));
  }

  public String password(String person) {
    return setting("probe." + person);
  }

  /** An intent that waits for one of these, or for ada or bo; with a form or null. */
  public IntentId gate(String title, String form, Assignee... approvers) {
    return gate(new IntentId(UUID.randomUUID()), title, form, approvers);
  }

  /** The same with an id that was chosen. */
  public IntentId gate(IntentId intent, String title) {
    return gate(intent, title, null);
  }

  private IntentId gate(IntentId intent, String title, String form, Assignee... approvers) {
    JsonNode schema =
        form == null
            ? null
            : ContractJson.read(form.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    List<Assignee> who =
        approvers.length == 0
            ? List.of(Assignee.person("ada"), Assignee.group("sre"))
            : List.of(approvers);
    return begun(intent, Intake.submission(topics, intent, Intake.task(title, schema), who));
  }

  public IntentId gate(String title) {
    return gate(title, null);
  }

  /** An intent that the agent itself carries out. */
  public IntentId errand() {
    IntentId intent = new IntentId(UUID.randomUUID());
    return begun(intent, Intake.errand(topics, intent, Intake.SENDER));
  }

  private IntentId begun(IntentId intent, List<Append> facts) {
    log.appendAll(facts).join();
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (tasks.intent(intent).map(IntentView::sequence).orElse(0L) <= facts.size()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the intent did not begin");
      }
      Thread.onSpinWait();
    }
    return intent;
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }
}
