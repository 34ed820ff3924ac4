package dev.assent.edge.problem;

import dev.assent.edge.Problem;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Failures of the broker and the database that pass: either may be restarted alone. Logged without
 * their messages, which may quote a row.
 */
final class Outages {

  private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

  /** Connection exceptions, lack of resources, shutdown by an operator. */
  private static final Set<String> STATES = Set.of("08", "53", "57");

  private static final int DEPTH = 8;

  private Outages() {}

  static Optional<Problem> find(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEPTH; depth++) {
      if (cause instanceof SQLException sql && isOutage(sql)) {
        LOG.warn("the database is away: {} {}", cause.getClass().getName(), sql.getSQLState());
        return Optional.of(problem("the database"));
      }
      if (cause instanceof RetriableException) {
        LOG.warn("the broker is away: {}", cause.getClass().getName());
        return Optional.of(problem("the log"));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private static boolean isOutage(SQLException e) {
    String state = e.getSQLState();
    return e instanceof SQLTransientException
        || (state != null && state.length() == 5 && STATES.contains(state.substring(0, 2)))
        || isPoolTimeout(e.getMessage());
  }

  /** The connection pool has no state and no class of its own for it. */
  private static boolean isPoolTimeout(@Nullable String message) {
    return message != null && message.contains("cquisition timeout");
  }

  private static Problem problem(String what) {
    return Problem.of(
            503,
            "temporarily_unavailable",
            "Expected to reach " + what + ", but it is away for the moment. Try again.")
        .withRetryAfter(1);
  }
}
