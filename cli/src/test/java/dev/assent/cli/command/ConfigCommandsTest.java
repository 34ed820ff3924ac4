package dev.assent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.access.Access;
import dev.assent.access.FirstStart;
import dev.assent.cli.Called;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandsTest {
  @TempDir static Path folder;

  @BeforeAll
  static void makePeople() {
    FirstStart.prepare(config());
  }

  @Test
  void shouldMakeAKeyThatWorksUntilItIsRevoked() {
    // given
    Called.Caller caller = Called.in(folder);

    // when
    Called made = caller.run("keys", "create", "agent://acme/prod/migrator");
    String token = made.out().strip();
    boolean works = Access.open(config()).authenticator().byApiKey(token).isPresent();
    String id = token.split("_", -1)[1];
    Called listed = caller.run("keys", "list");
    Called revoked = caller.run("keys", "revoke", id);
    boolean stillWorks = Access.open(config()).authenticator().byApiKey(token).isPresent();

    // then
    assertThat(works).isTrue();
    assertThat(made.err()).contains("agent://acme/prod/migrator", "shown only now", id);
    assertThat(listed.out()).contains(id, "agent://acme/prod/migrator").doesNotContain(token);
    assertThat(revoked.exit()).isZero();
    assertThat(stillWorks).isFalse();
  }

  @Test
  void shouldSayThatThereIsNoSuchKey() {
    // given // when
    Called called = Called.in(folder).run("keys", "revoke", "nothere");

    // then
    assertThat(called.exit()).isEqualTo(1);
    assertThat(called.err()).startsWith("There is no key with the id nothere.");
  }

  @Test
  void shouldRefuseWhatIsNoAddress() {
    // given // when
    Called called = Called.in(folder).run("keys", "create", "not an address");

    // then
    assertThat(called.exit()).isEqualTo(1);
    assertThat(called.err()).startsWith("Expected an address agent://");
  }

  @Test
  void shouldAddSomebodyToAGroupWithAPassword() {
    // given
    Called.Caller caller = Called.in(folder).with("ASSENT_PASSWORD", "a password of dee");

    // when
    Called added =
        caller.run("people", "add", "dee", "--name", "Dee", "--group", "sre", "--password");

    // then
    assertThat(added.out()).isEqualTo("Added.\n");
    assertThat(caller.run("people", "list").out())
        .contains("ID   NAME               GROUPS  EMAIL\n")
        .contains("ada  Ada (on-call SRE)  sre     ada@example.test\n")
        .contains("dee  Dee                sre     -\n");
    assertThat(Access.open(config()).authenticator().byPassword("dee", "a password of dee"))
        .isPresent();
  }

  @Test
  void shouldNotAddAnybodyToAGroupThatIsNotThere() {
    // given // when
    Called called = Called.in(folder).run("people", "add", "eve", "--group", "dba");

    // then
    assertThat(called.err())
        .isEqualTo("Expected a group in people.json, but \"dba\" is not there. There are: sre.\n");
    assertThat(Access.open(config()).directory().person("eve")).isEmpty();
  }

  @Test
  void shouldSetAPassword() {
    // given
    Called.Caller caller = Called.in(folder).with("ASSENT_PASSWORD", "short");

    // when
    Called refused = caller.run("people", "passwd", "bo");
    Called set = caller.with("ASSENT_PASSWORD", "long enough for bo").run("people", "passwd", "bo");

    // then
    assertThat(refused.err()).startsWith("Expected a password of 12 to");
    assertThat(set.exit()).isZero();
    assertThat(Access.open(config()).authenticator().byPassword("bo", "long enough for bo"))
        .isPresent();
  }

  @Test
  void shouldSayThatNothingWasEverStarted(@TempDir Path empty) {
    // given // when
    Called called = Called.in(empty).run("people", "list");

    // then
    assertThat(called.exit()).isEqualTo(3);
    assertThat(called.err()).startsWith("There is no Assent in " + empty.resolve("data"));
    assertThat(empty.resolve("data")).doesNotExist();
  }

  @Test
  void shouldPrepareAFolderOnceAndLeaveItAloneThen(@TempDir Path empty) throws IOException {
    // given
    Called.Caller caller = Called.in(empty);
    Path people = empty.resolve("data/config/people.json");

    // when
    Called first = caller.run("init");
    byte[] made = Files.readAllBytes(people);
    Called second = caller.run("init");

    // then
    assertThat(first.out()).contains("initial-credentials.json");
    assertThat(second.exit()).isZero();
    assertThat(second.out()).startsWith("There are accounts in ");
    assertThat(people).hasBinaryContent(made);
    assertThat(caller.run("people", "list").out()).contains("ada", "bo", "cy");
    assertThat(caller.run("audit", "keys").out()).contains("BEGIN PUBLIC KEY");
  }

  private static Path config() {
    return folder.resolve("data/config");
  }
}
