package dev.assent.system;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** When nobody sends any more: all that is due gets done, and then the log stands still. */
final class Quiet {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Armed or unanswered timers, and notices that should have been sent by now. */
  private static final String WORK =
      "select (select count(*) from timer.timers)"
          + " + (select count(*) from notifier.deliveries where state = 'PENDING'"
          + " and next_attempt_at < now())";

  private Quiet() {}

  /** The log, once every input is answered, every intent has ended, and nothing more is due. */
  static LogCheck await(RunningAssent assent) {
    LogCheck[] last = new LogCheck[1];
    try {
      Eventually.is(
          PATIENCE,
          () -> {
            if (work(assent) > 0) {
              return false;
            }
            LogCheck before = last[0];
            last[0] = LogCheck.of(assent.kafka());
            return last[0].owed().isEmpty() && before != null && last[0].sameEndsAs(before);
          });
    } catch (AssertionError e) {
      LogCheck now = LogCheck.of(assent.kafka());
      throw new AssertionError(
          "work that is left: "
              + work(assent)
              + "; owed: "
              + now.owed().stream().limit(10).toList()
              + "; flaws: "
              + now.flaws().stream().limit(10).toList(),
          e);
    }
    return last[0];
  }

  private static long work(RunningAssent assent) {
    try (Connection db = assent.database();
        var statement = db.createStatement();
        ResultSet row = statement.executeQuery(WORK)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
