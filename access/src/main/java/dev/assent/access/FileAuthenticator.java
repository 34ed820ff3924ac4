package dev.assent.access;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Credentials as the files have them now. */
final class FileAuthenticator implements Authenticator {

  private static final Duration HASHING_QUEUE = Duration.ofSeconds(2);

  private final Reloading<People> people;
  private final Reloading<Agents> agents;
  private final Sessions sessions;
  private final SignInThrottle throttle;

  /** Hashing is slow on purpose; half the cores stay free for everybody who is signed in. */
  private final Semaphore hashing =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

  /** Asked about people that do not exist, so that time does not tell who does. */
  private final PasswordHash nobody;

  FileAuthenticator(
      Reloading<People> people,
      Reloading<Agents> agents,
      Sessions sessions,
      SignInThrottle throttle,
      PasswordHash nobody) {
    this.people = people;
    this.agents = agents;
    this.sessions = sessions;
    this.throttle = throttle;
    this.nobody = nobody;
  }

  @Override
  public Optional<AgentCaller> byApiKey(String token) {
    return ApiKeyToken.parse(token)
        .flatMap(
            presented ->
                agents
                    .find(known -> known.key(presented.keyId()))
                    .filter(
                        key -> MessageDigest.isEqual(key.secretSha256(), presented.secretSha256())))
        .map(key -> new AgentCaller(key.address(), key.id()));
  }

  @Override
  public Optional<PersonCaller> byPassword(String personId, String password) {
    if (password.length() > PasswordHash.MAX_LENGTH || !Fields.ID.matcher(personId).matches()) {
      return Optional.empty();
    }
    throttle.begin(personId);
    Optional<People.Entry> entry = people.find(known -> known.entry(personId));
    PasswordHash stored = entry.map(People.Entry::password).orElse(nobody);
    boolean matches = hashed(stored, password);
    if (!matches || entry.isEmpty() || stored == nobody) {
      return Optional.empty();
    }
    throttle.succeeded(personId);
    return entry.map(found -> caller(found, "password"));
  }

  @Override
  public Optional<PersonCaller> bySession(String token) {
    return sessions.verify(token, people.get()).map(found -> caller(found, "session"));
  }

  @Override
  public String openSession(Person person) {
    return sessions.open(
        people
            .get()
            .entry(person.id())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Expected somebody in the directory, not " + person.id())));
  }

  private boolean hashed(PasswordHash stored, String password) {
    try {
      if (!hashing.tryAcquire(HASHING_QUEUE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TooManyAttemptsException(HASHING_QUEUE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooManyAttemptsException(HASHING_QUEUE);
    }
    try {
      return stored.matches(password);
    } finally {
      hashing.release();
    }
  }

  private PersonCaller caller(People.Entry entry, String method) {
    return new PersonCaller(entry.person(), people.get().groupsOf(entry.person().id()), method);
  }
}
