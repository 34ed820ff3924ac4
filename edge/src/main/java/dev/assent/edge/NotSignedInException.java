package dev.assent.edge;

/** A page needs a person: browsers are sent to the sign-in page, others get the problem. */
public class NotSignedInException extends ProblemException {

  public NotSignedInException(Problem problem) {
    super(problem);
  }
}
