package dev.assent.access;

import java.util.Optional;

/** Turns credentials into callers. Empty means no, and never says why: that would help guessing. */
public interface Authenticator {

  /**
   * The agent with this key ({@code assent_<key id>_<secret>}). Microseconds; never blocks long.
   */
  Optional<AgentCaller> byApiKey(String token);

  /**
   * The person with this password. Takes a good part of a second of CPU on purpose, so never call
   * it on an I/O thread.
   *
   * @throws TooManyAttemptsException when somebody is guessing, or too many sign in at once
   */
  Optional<PersonCaller> byPassword(String personId, String password);

  /**
   * The person of this session, with the groups they are in now. Microseconds. A session ends after
   * 12 hours, when the password changes, and when the person leaves the directory.
   */
  Optional<PersonCaller> bySession(String token);

  /**
   * A new session token for somebody who just proved who they are.
   *
   * @throws IllegalArgumentException if the directory does not know them
   */
  String openSession(Person person);
}
