package dev.assent.kernel.story;

import dev.assent.contract.plan.AgentTask;
import dev.assent.contract.plan.Announcement;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.Delay;
import dev.assent.contract.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A step in words. */
public sealed interface StepWords permits GateWords, StepWords.AgentWords, StepWords.PlainWords {

  Step step();

  static GateWords gate() {
    return new GateWords("approve");
  }

  static GateWords gate(String id) {
    return new GateWords(id);
  }

  static AgentWords task(String id, String agent) {
    return new AgentWords(id, agent);
  }

  static PlainWords delay(String id, String length) {
    return delay(id, length, null);
  }

  static PlainWords delay(String id, String length, @Nullable String onSuccess) {
    return new PlainWords(new Delay(id, Duration.parse(length), "let it settle", onSuccess));
  }

  static PlainWords tell(String id, String... recipients) {
    return new PlainWords(announcement(id, null, recipients));
  }

  static PlainWords tellThen(String id, String onSuccess, String... recipients) {
    return new PlainWords(announcement(id, onSuccess, recipients));
  }

  private static Announcement announcement(
      String id, @Nullable String onSuccess, String... recipients) {
    List<Assignee> to = Stream.of(recipients).map(Assignee::parse).toList();
    return new Announcement(id, to, "About " + id, "This is about " + id + ".", onSuccess);
  }

  /** A delay or an announcement. */
  record PlainWords(Step step) implements StepWords {}

  /** What an agent does. */
  final class AgentWords implements StepWords {
    private final String id;
    private final String agent;
    private @Nullable Duration deadline;
    private int retries;
    private Duration retryDelay = Duration.ofSeconds(30);
    private @Nullable String onSuccess;
    private @Nullable String onFailure;

    private AgentWords(String id, String agent) {
      this.id = id;
      this.agent = agent;
    }

    public AgentWords deadline(String length) {
      deadline = Duration.parse(length);
      return this;
    }

    public AgentWords retries(int most, String delay) {
      retries = most;
      retryDelay = Duration.parse(delay);
      return this;
    }

    public AgentWords onSuccess(String step) {
      onSuccess = step;
      return this;
    }

    public AgentWords onFailure(String step) {
      onFailure = step;
      return this;
    }

    @Override
    public AgentTask step() {
      return new AgentTask(id, agent, null, deadline, retries, retryDelay, onSuccess, onFailure);
    }
  }
}
