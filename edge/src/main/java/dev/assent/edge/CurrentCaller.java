package dev.assent.edge;

import dev.assent.access.AgentCaller;
import dev.assent.access.Caller;
import dev.assent.access.PersonCaller;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling. Ask before the resource method returns: what runs in a later stage of a {@code
 * CompletionStage} should be handed the {@link Caller} itself.
 */
@RequestScoped
public class CurrentCaller {

  private @Nullable Caller caller;
  private @Nullable String sessionToken;

  /** Called by the filter, once. */
  public void set(@Nullable Caller resolved, @Nullable String session) {
    caller = resolved;
    sessionToken = session;
  }

  public Optional<Caller> get() {
    return Optional.ofNullable(caller);
  }

  /** The person who is signed in, if a person is. */
  public Optional<PersonCaller> person() {
    return caller instanceof PersonCaller person ? Optional.of(person) : Optional.empty();
  }

  /**
   * The caller.
   *
   * @throws ProblemException 401 if there is none
   */
  public Caller require() {
    if (caller == null) {
      throw new ProblemException(CallerProblems.missingKey());
    }
    return caller;
  }

  /**
   * The person.
   *
   * @throws NotSignedInException if there is no caller
   * @throws ProblemException 403 if an agent calls
   */
  public PersonCaller requirePerson() {
    return switch (caller) {
      case PersonCaller person -> person;
      case AgentCaller _ -> throw new ProblemException(CallerProblems.personExpected());
      case null -> throw new NotSignedInException(CallerProblems.missingSession());
    };
  }

  /**
   * The agent.
   *
   * @throws ProblemException 401 if there is no caller, 403 if a person calls
   */
  public AgentCaller requireAgent() {
    return switch (caller) {
      case AgentCaller agent -> agent;
      case PersonCaller _ -> throw new ProblemException(CallerProblems.agentExpected());
      case null -> throw new ProblemException(CallerProblems.missingKey());
    };
  }

  /** The session token that the request came with, if the caller is a person with a session. */
  public Optional<String> sessionToken() {
    return Optional.ofNullable(sessionToken);
  }
}
