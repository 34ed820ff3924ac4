package dev.assent.contract.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.Actor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssigneeTest {

  @ParameterizedTest
  @CsvSource({
    "ada, PERSON, ada, ada",
    "person:ada, PERSON, ada, ada",
    "group:sre, GROUP, sre, group:sre",
    "anyone, ANYONE, *, anyone",
    "*, PERSON, *, *",
    "Anyone, PERSON, Anyone, Anyone",
    "ada@example.org, PERSON, ada@example.org, ada@example.org"
  })
  void shouldReadAndWriteTheTextForm(String text, AssigneeKind kind, String id, String written) {
    // when
    Assignee read = Assignee.parse(text);
    // then
    assertThat(read).isEqualTo(new Assignee(kind, id));
    assertThat(read.text()).isEqualTo(written);
  }

  /** Otherwise somebody who calls themselves "anyone" makes everybody an approver. */
  @ParameterizedTest
  @CsvSource({"anyone", "group:sre", "person:ada"})
  void shouldNotTakeAPersonForSomethingElseBecauseOfTheirName(String id) {
    // given
    Assignee person = Assignee.person(id);
    // then
    assertThat(person.text()).isEqualTo("person:" + id);
    assertThat(Assignee.parse(person.text())).isEqualTo(person);
  }

  @ParameterizedTest
  @CsvSource({
    "ada, true",
    "Ada, false",
    "bo, false",
    "group:sre, true",
    "group:dba, false",
    "anyone, true"
  })
  void shouldCoverThePersonOrTheirGroup(String assignee, boolean covered) {
    // given
    Actor ada = Actor.person("ada", List.of("sre"), "session");
    // then
    assertThat(Assignee.parse(assignee).covers(ada)).isEqualTo(covered);
  }

  @Test
  void shouldNeverCoverWhatIsNoPerson() {
    assertThat(Assignee.ANYONE.covers(Actor.agent("agent://acme/prod/migrator", "api_key")))
        .isFalse();
    assertThat(Assignee.person("timer").covers(Actor.system("timer"))).isFalse();
  }
}
