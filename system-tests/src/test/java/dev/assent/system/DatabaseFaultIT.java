package dev.assent.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The database dies, cuts everybody off, or lies behind a bad line, while clients decide. */
@Isolated("it keeps the whole machine busy")
class DatabaseFaultIT {

  private static final long SEED = Long.getLong("assent.seed", new Random().nextLong());
  private static final int TIMES = 3;

  private static final String CUT_ALL_OFF =
      "select pg_terminate_backend(pid) from pg_stat_activity"
          + " where pid <> pg_backend_pid() and backend_type = 'client backend'";

  @Test
  void shouldKeepEveryPromiseWhenItIsKilledOrCutsAllConnections(@TempDir Path folder)
      throws SQLException {
    System.out.printf("assent.seed=%d%n", SEED);
    try (SeparateServices assent = SeparateServices.start(folder);
        Load load = Load.start(assent, SEED)) {
      // given
      load.awaitMoreAnswers();

      // when
      for (int time = 0; time < TIMES; time++) {
        assent.backends.killDatabase();
        load.awaitMoreAnswers();
        try (Connection db = assent.backends.database();
            var statement = db.createStatement()) {
          statement.execute(CUT_ALL_OFF);
        }
        load.awaitMoreAnswers();
      }
      Verdict verdict = Verdict.of(assent, load);

      // then
      verdict.assertAllIsWell();
    }
  }

  @Test
  void shouldKeepEveryPromiseBehindABadLine(@TempDir Path folder) {
    System.out.printf("assent.seed=%d%n", SEED);
    try (TcpProxy line = new TcpProxy();
        SeparateServices assent = SeparateServices.start(folder, backends -> over(line, backends));
        Load load = Load.start(assent, SEED)) {
      // given
      load.awaitMoreAnswers();

      // when
      line.delay(Duration.ofMillis(20));
      load.awaitMoreAnswers();
      line.delay(Duration.ZERO);
      line.cut();
      load.awaitMoreAnswers();
      line.reset();
      load.awaitMoreAnswers();
      Verdict verdict = Verdict.of(assent, load);

      // then
      verdict.assertAllIsWell();
      assertThat(line.connections()).as("connections that went over this line").isPositive();
    }
  }

  private static List<String> over(TcpProxy line, RunningBackends backends) {
    line.leadTo(backends.postgresPort());
    return List.of(
        "-Dquarkus.datasource.jdbc.url="
            + backends
                .file()
                .postgresJdbcUrl()
                .replace(":" + backends.postgresPort() + "/", ":" + line.port() + "/"));
  }
}
