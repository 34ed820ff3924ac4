package dev.assent.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assent.contract.plan.Assignee;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessEditorTest {

  @TempDir Path path;
  private Folder folder;
  private AccessEditor editor;

  @BeforeEach
  void open() {
    folder = new Folder(path);
    editor = folder.editor();
  }

  @Test
  void shouldAddAPersonThatARunningServiceNotices() {
    // given
    Access access = folder.open();

    // when
    editor.addPerson(new Person("dee", "Dee", "dee@example.test"), "a long enough sentence");
    editor.putGroup(new Group("dba", "Databases", List.of("dee", "ada")));
    folder.moments.advance(Duration.ofSeconds(1));

    // then
    assertThat(access.directory().knows(Assignee.person("dee"))).isTrue();
    assertThat(access.directory().groupsOf("ada")).containsExactly("sre", "dba");
    assertThat(access.authenticator().byPassword("dee", "a long enough sentence")).isPresent();
    assertThat(access.directory().knows(Assignee.group("nobody"))).isFalse();
  }

  @Test
  void shouldPutSomebodyIntoGroupsAsTheyAreThen() {
    // given
    editor.putGroup(new Group("dba", "Databases", List.of("ada")));
    editor.putGroup(new Group("dba", "Databases", List.of("bo")));

    // when
    editor.addPerson(new Person("dee", "Dee", null), null, List.of("dba", "sre"));

    // then
    Directory directory = folder.open().directory();
    assertThat(directory.groupsOf("dee")).containsExactlyInAnyOrder("dba", "sre");
    assertThat(directory.groupsOf("bo")).contains("dba");
    assertThat(directory.groupsOf("ada")).doesNotContain("dba");
  }

  @Test
  void shouldAddNobodyToAGroupThatIsNotThere() {
    // then
    assertThatThrownBy(
            () -> editor.addPerson(new Person("dee", "Dee", null), null, List.of("sre", "dba")))
        .hasMessage("Expected a group in people.json, but \"dba\" is not there. There are: sre.");
    assertThat(folder.open().directory().knows(Assignee.person("dee"))).isFalse();
  }

  @Test
  void shouldLoseNoEditWhenManyEditAtOnce() throws Exception {
    // given
    List<Callable<NewApiKey>> edits =
        IntStream.range(0, 40)
            .<Callable<NewApiKey>>mapToObj(
                i -> () -> folder.editor().addApiKey("agent://a/b/n" + i % 7))
            .toList();

    // when
    List<String> added = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var edit : threads.invokeAll(edits)) {
        added.add(edit.get().keyId());
      }
    }

    // then
    assertThat(editor.apiKeys()).extracting(ApiKeyInfo::keyId).containsAll(added).hasSize(41);
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void shouldLoseNoEditWhenProcessesEditAtOnce() throws Exception {
    // given
    List<Process> processes = new ArrayList<>();

    // when
    for (int i = 0; i < 2; i++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  AddTwentyKeys.class.getName(),
                  path.toString())
              .inheritIO()
              .start());
    }
    AddTwentyKeys.main(path.toString());
    for (Process process : processes) {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    // then
    assertThat(processes).extracting(Process::exitValue).containsOnly(0);
    assertThat(editor.apiKeys()).hasSize(61);
  }

  @Test
  void shouldWriteNothingWhenTheResultWouldBeBroken() throws Exception {
    // given
    String before = Files.readString(folder.files().people());

    // then
    assertThatThrownBy(() -> editor.addPerson(new Person("ada", "Another", null), null))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("\"ada\" again");
    assertThatThrownBy(() -> editor.putGroup(new Group("g", "G", List.of("eve"))))
        .isInstanceOf(MalformedFileException.class);
    assertThat(Files.readString(folder.files().people())).isEqualTo(before);
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void shouldNotOverwriteABrokenFile() throws Exception {
    // given
    Files.writeString(folder.files().agents(), "{\"agents\": [");

    // then
    assertThatThrownBy(() -> editor.addApiKey("agent://a/b/c"))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("Expected JSON in agents.json");
    assertThat(folder.files().agents()).hasContent("{\"agents\": [");
  }

  @Test
  void shouldRefuseShortPasswordsWithoutRepeatingThem() {
    // then
    assertThatThrownBy(() -> editor.setPassword("ada", "hunter2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Expected a password of 12 to 1024 characters, but came 7. Choose a longer sentence.");
  }

  @Test
  void shouldSayWhoIsNotThere() {
    // then
    assertThatThrownBy(() -> editor.setPassword("eve", "a long enough sentence"))
        .hasMessageContaining("\"eve\" is not there");
    assertThat(editor.revokeApiKey("0000")).isFalse();
  }

  private List<Path> leftovers() throws Exception {
    try (var files = Files.list(path)) {
      return files.filter(file -> file.toString().endsWith(".tmp")).toList();
    }
  }
}
