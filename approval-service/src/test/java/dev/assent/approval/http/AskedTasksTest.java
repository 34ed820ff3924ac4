package dev.assent.approval.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assent.access.AgentCaller;
import dev.assent.access.Caller;
import dev.assent.access.Person;
import dev.assent.access.PersonCaller;
import dev.assent.approval.page.Samples;
import dev.assent.approval.query.FakeView;
import dev.assent.approval.query.Lookup;
import dev.assent.approval.query.TaskView;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.edge.RefusedException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AskedTasksTest {

  /** The first was put to ada, the second to bo and the group sre. */
  private static final TaskView FIRST = Samples.task(Samples.spec("Add an index", null, null));

  private static final TaskView SECOND = Samples.with(FIRST, UUID.randomUUID(), null, 1);

  private final FakeView view = new FakeView();
  private final AskedTasks tasks = new AskedTasks(new Lookup(view, view));

  @BeforeEach
  void prepare() {
    view.holds(IntentStatus.WAITING, FIRST, SECOND);
  }

  @Test
  void shouldShowATaskByItsIdAndByItsIntents() {
    assertThat(tasks.show(SECOND.id().toString(), person("ada")).task()).isEqualTo(SECOND);
    assertThat(tasks.show(Samples.INTENT.toString(), person("ada")).task()).isEqualTo(FIRST);
  }

  @Test
  void shouldShowAllTasksOfAnIntentToWhomeverOneOfThemConcerns() {
    String first = FIRST.id().toString();

    assertThat(tasks.show(first, person("bo")).task()).isEqualTo(FIRST);
    assertThat(tasks.show(first, person("cy", "sre")).task()).isEqualTo(FIRST);
    assertThat(refusal(first, person("cy"))).isEqualTo(RefusalCode.NOT_AN_APPROVER);
  }

  @Test
  void shouldShowATaskToAnAgentThatHasAPartInTheIntent() {
    String first = FIRST.id().toString();

    assertThat(tasks.show(first, new AgentCaller(FakeView.SENDER, "k")).task()).isEqualTo(FIRST);
    assertThat(refusal(first, new AgentCaller("agent://else/prod/migrator", "k")))
        .isEqualTo(RefusalCode.INTENT_UNKNOWN);
  }

  @Test
  void shouldRefuseAnIdThatNothingHas() {
    assertThat(refusal(UUID.randomUUID().toString(), person("ada")))
        .isEqualTo(RefusalCode.INTENT_UNKNOWN);
    assertThat(refusal("everything", person("ada"))).isEqualTo(RefusalCode.INTENT_UNKNOWN);
  }

  private RefusalCode refusal(String id, Caller caller) {
    return assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> tasks.show(id, caller))
        .actual()
        .refusal()
        .code();
  }

  private static PersonCaller person(String id, String... groups) {
    return new PersonCaller(new Person(id, id, null), List.of(groups), "session");
  }
}
