package dev.assent.eventlog.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assent.testbackends.TestPostgres;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopConnectionIT {

  private static TestPostgres server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = TestPostgres.start(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void shouldGiveBackAConnectionThatWasCutOff() throws SQLException {
    // given
    Pool pool = new Pool();
    pool.cutsOff = true;
    try (LoopConnection connection = new LoopConnection(pool.asDataSource())) {

      // when
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> connection.read(db -> "anything"));

      // then
      assertThat(pool.out).hasValue(0);

      // and when
      pool.cutsOff = false;
      String read = connection.read(LoopConnectionIT::ask);

      // then
      assertThat(read).isEqualTo("off");
      assertThat(pool.out).hasValue(1);
    }
    assertThat(pool.out).hasValue(0);
  }

  private static String ask(Connection db) throws SQLException {
    try (Statement statement = db.createStatement();
        ResultSet row = statement.executeQuery("show synchronous_commit")) {
      row.next();
      return row.getString(1);
    }
  }

  /**
   * Counts what it gave out and did not get back; what it gives may be dead, as after an outage.
   */
  private static final class Pool {

    final AtomicInteger out = new AtomicInteger();
    boolean cutsOff;

    DataSource asDataSource() {
      return proxy(DataSource.class, (method, arguments) -> give());
    }

    private Connection give() throws SQLException {
      Connection real = server.connect();
      if (cutsOff) {
        cutOff(real);
      }
      out.incrementAndGet();
      return proxy(
          Connection.class,
          (method, arguments) -> {
            if (method.getName().equals("close")) {
              out.decrementAndGet();
            }
            try {
              return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
              throw e.getCause();
            }
          });
    }

    private static void cutOff(Connection victim) throws SQLException {
      try (Statement mine = victim.createStatement();
          ResultSet pid = mine.executeQuery("select pg_backend_pid()");
          Connection other = server.connect();
          Statement statement = other.createStatement()) {
        pid.next();
        statement.execute("select pg_terminate_backend(" + pid.getInt(1) + ", 5000)");
      }
    }

    private interface Call {
      Object of(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (proxy, method, arguments) -> call.of(method, arguments)));
    }
  }
}
