package dev.assent.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {

  @TempDir Path path;

  @Test
  void shouldMakeADirectoryThatWorks() {
    // given
    Folder folder = new Folder(path);

    // when
    Access access = folder.open();

    // then
    assertThat(access.directory().people())
        .extracting(Person::id)
        .containsExactly("ada", "bo", "cy");
    assertThat(access.directory().membersOf("sre")).containsExactly("ada", "bo", "cy");
    assertThat(access.directory().byEmail("ADA@example.test")).isPresent();
    assertThat(access.authenticator().byPassword("cy", folder.password("cy"))).isPresent();
    assertThat(access.authenticator().byApiKey(folder.demoKey())).isPresent();
  }

  @Test
  void shouldKeepEveryFileToItsOwner() throws Exception {
    // given
    Path fresh = path.resolve("deep/config");

    // when
    new Folder(fresh);

    // then
    assertThat(permissions(fresh)).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(fresh)) {
      assertThat(files)
          .extracting(file -> file.getFileName() + " " + permissions(file))
          .containsExactlyInAnyOrder(
              ".access.lock rw-------",
              "people.json rw-------",
              "agents.json rw-------",
              "session.key rw-------",
              "initial-credentials.json rw-------");
    }
  }

  @Test
  void shouldTellTheCommandLineTheSecretsItMade() {
    // given
    Folder folder = new Folder(path);

    // when
    Optional<InitialCredentials> read = InitialCredentials.read(path);

    // then
    assertThat(read).contains(folder.credentials);
    assertThat(folder.credentials.toString())
        .doesNotContain(folder.demoKey(), folder.password("bo"));
  }

  @Test
  void shouldLeaveADirectoryAlone() throws Exception {
    // given
    Folder folder = new Folder(path);
    String people = Files.readString(folder.files().people());

    // when
    Optional<InitialCredentials> again = FirstStart.prepare(path, folder.moments, Folder.QUICK);

    // then
    assertThat(again).isEmpty();
    assertThat(Files.readString(folder.files().people())).isEqualTo(people);
  }

  @Test
  void shouldMakeOneDirectoryWhenSeveralStartAtOnce() throws Exception {
    // given
    Callable<Boolean> start =
        () -> FirstStart.prepare(path, new Moments(), Folder.QUICK).isPresent();

    // when
    long made;
    try (var threads = Executors.newFixedThreadPool(4)) {
      made =
          threads.invokeAll(Stream.generate(() -> start).limit(8).toList()).stream()
              .filter(future -> future.resultNow())
              .count();
    }

    // then
    assertThat(made).isEqualTo(1);
  }

  @Test
  void shouldFinishAFirstStartThatWasKilledHalfway() throws Exception {
    // given: the people are written last
    Folder folder = new Folder(path);
    Files.delete(folder.files().people());

    // when
    Optional<InitialCredentials> again = FirstStart.prepare(path, folder.moments, Folder.QUICK);

    // then
    assertThat(again).isPresent();
    assertThat(
            folder
                .open()
                .authenticator()
                .byApiKey(again.orElseThrow().apiKeys().getFirst().token()))
        .isPresent();
  }

  @Test
  void shouldInventNobodyBesideSomebodysOwnPeople() throws Exception {
    // given
    Files.writeString(path.resolve("people.json"), "{}");

    // then
    assertThatThrownBy(() -> FirstStart.prepare(path, new Moments(), Folder.QUICK))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("only people.json is there");
  }

  @Test
  void shouldReplaceALostSessionKeyOnly() throws Exception {
    // given
    Folder folder = new Folder(path);
    Files.delete(folder.files().sessionKey());

    // when
    Optional<InitialCredentials> again = FirstStart.prepare(path, folder.moments, Folder.QUICK);

    // then
    assertThat(again).isEmpty();
    assertThat(folder.files().sessionKey()).exists();
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
