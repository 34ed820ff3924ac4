package dev.assent.eventlog.loop;

import dev.assent.eventlog.append.Append;
import java.util.List;

/**
 * What one record led to.
 *
 * @param state the state after it
 * @param appends what to append, in order; written in the same transaction that commits the input
 * @param rows what to write into the view besides the state
 */
public record Turn<S, R>(S state, List<Append> appends, List<R> rows) {

  public Turn {
    appends = List.copyOf(appends);
    rows = List.copyOf(rows);
  }

  /** Nothing came of it. */
  public static <S, R> Turn<S, R> unchanged(S state) {
    return new Turn<>(state, List.of(), List.of());
  }
}
