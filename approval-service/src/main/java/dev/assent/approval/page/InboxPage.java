package dev.assent.approval.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inbox.
 *
 * @param openCount how many tasks are open, also those that the list leaves out
 * @param version changes when the content does
 */
public record InboxPage(
    Frame frame, int openCount, List<Card> open, List<ClosedCard> closed, String version) {

  public InboxPage {
    open = List.copyOf(open);
    closed = List.copyOf(closed);
  }

  public boolean isEmpty() {
    return openCount == 0;
  }

  /** How many open tasks the list leaves out. */
  public int hidden() {
    return openCount - open.size();
  }

  /**
   * A task that waits.
   *
   * @param urgency {@code late}, {@code soon} or {@code calm}
   * @param escalated what happened before, or null
   */
  public record Card(
      String href,
      String title,
      String type,
      String asker,
      Moment openedAt,
      @Nullable Moment dueAt,
      String urgency,
      @Nullable String escalated) {}

  /**
   * A task that was closed.
   *
   * @param status {@code Approved}, {@code Rejected}, {@code Nobody answered}, {@code Withdrawn}
   * @param tone {@code positive}, {@code negative} or {@code neutral}
   * @param who by whom, or null
   */
  public record ClosedCard(
      String href, String title, String status, String tone, @Nullable String who, Moment at) {}
}
