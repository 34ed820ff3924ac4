package dev.assent.edge;

/**
 * Whether something exists is not known at the moment: the view has not caught up with the log.
 * Somebody may have been told that it does, so that "there is none" could be a lie.
 */
public class ViewBehindException extends ProblemException {

  public ViewBehindException() {
    super(
        Problem.of(
                503,
                "view_behind",
                "Expected to know by now whether this exists, but the view is still behind the log."
                    + " Try again.")
            .withRetryAfter(1));
  }
}
