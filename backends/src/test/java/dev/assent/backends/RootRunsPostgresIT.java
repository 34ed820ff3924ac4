package dev.assent.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * In a container one is root, and user namespaces may be denied: both ways out work, on the same
 * folder.
 */
@DisabledIfSystemProperty(
    named = "assent.backends",
    matches = "testcontainers",
    disabledReason = "it is about the embedded backends themselves")
class RootRunsPostgresIT {
  @TempDir Path folder;

  @BeforeEach
  void onlyAsRoot() throws Exception {
    assumeTrue(new UnixSystem().getUid() == 0, "only root has to change its user");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
  }

  @Test
  void shouldRunAsNobodyWhereNamespacesAreDenied() throws Exception {
    assertKeepsData(Unprivileged.asNobody(), Unprivileged.asNobody());
  }

  @Test
  void shouldTakeOverAFolderOfTheOtherWay() throws Exception {
    assumeTrue(Unprivileged.inUserNamespace().works("true"), "namespaces are denied here");
    assertKeepsData(Unprivileged.asNobody(), Unprivileged.inUserNamespace());
    assertKeepsData(Unprivileged.inUserNamespace(), Unprivileged.asNobody());
  }

  private void assertKeepsData(Unprivileged first, Unprivileged second) throws Exception {
    // given
    try (EmbeddedPostgres postgres = start(first);
        Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("create table if not exists kept (n int)");
      statement.executeUpdate("insert into kept values (1)");
    }

    // when
    try (EmbeddedPostgres postgres = start(second);
        Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      // then
      assertThat(statement.executeQuery("select 1 from kept").next()).isTrue();
    }
  }

  private EmbeddedPostgres start(Unprivileged runner) {
    return EmbeddedPostgres.start(PostgresSettings.in(folder), step -> {}, runner);
  }
}
