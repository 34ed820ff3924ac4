package dev.assent.access;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes an empty configuration folder usable: three people, one group, one agent. */
public final class FirstStart {

  /** The agent of the demo. */
  public static final String DEMO_AGENT = "agent://demo/prod/migrator";

  private static final List<Person> DEMO_PEOPLE =
      List.of(
          new Person("ada", "Ada (on-call SRE)", "ada@example.test"),
          new Person("bo", "Bo", "bo@example.test"),
          new Person("cy", "Cy", "cy@example.test"));

  private FirstStart() {}

  /**
   * Makes the demo directory if the folder has neither people nor agents, and a session key if it
   * has none. Safe to call by several processes at once, and at every start.
   *
   * @return the plain secrets, also written to {@code initial-credentials.json}, if a demo
   *     directory was made; empty if there was a directory
   * @throws MalformedFileException if only half of a directory is there
   */
  public static Optional<InitialCredentials> prepare(Path configFolder) {
    return prepare(configFolder, InstantSource.system(), PasswordHash.ITERATIONS);
  }

  static Optional<InitialCredentials> prepare(Path folder, InstantSource clock, int iterations) {
    AccessFiles files = new AccessFiles(folder);
    return SecretFiles.locked(files, () -> prepare(files, clock.instant(), iterations));
  }

  private static Optional<InitialCredentials> prepare(
      AccessFiles files, Instant now, int iterations) {
    boolean people = Files.exists(files.people());
    boolean agents = Files.exists(files.agents());
    if (people != agents && !halfMade(files, people)) {
      throw new MalformedFileException(
          "Expected people.json and agents.json in %s, or neither, but only %s is there. Write the other one; {} means none."
              .formatted(files.folder(), people ? "people.json" : "agents.json"));
    }
    if (!Files.exists(files.sessionKey())) {
      SecretFiles.replace(files.sessionKey(), Signer.newKey());
    }
    return people && agents ? Optional.empty() : Optional.of(demo(files, now, iterations));
  }

  /** A first start that was killed between its files is simply done again. */
  private static boolean halfMade(AccessFiles files, boolean people) {
    return !people && Files.exists(files.initialCredentials());
  }

  private static InitialCredentials demo(AccessFiles files, Instant now, int iterations) {
    List<People.Entry> entries = new ArrayList<>();
    List<InitialCredentials.Password> passwords = new ArrayList<>();
    for (Person person : DEMO_PEOPLE) {
      String password = Secrets.password();
      passwords.add(new InitialCredentials.Password(person.id(), password));
      entries.add(People.Entry.of(person, PasswordHash.of(password, iterations)));
    }
    List<String> ids = DEMO_PEOPLE.stream().map(Person::id).toList();
    People people = People.of(entries, List.of(new Group("sre", "SRE on call", ids)));
    ApiKeyToken key = ApiKeyToken.random();
    InitialCredentials secrets =
        new InitialCredentials(
            passwords, List.of(new NewApiKey(DEMO_AGENT, key.keyId(), key.text())));
    // The people last: with them the first start is over, and all they need is there.
    SecretFiles.replace(files.initialCredentials(), secrets.write());
    SecretFiles.replace(
        files.agents(),
        Agents.write(
            List.of(
                new Agents.Key(
                    DEMO_AGENT,
                    key.keyId(),
                    key.secretSha256(),
                    now.truncatedTo(ChronoUnit.SECONDS)))));
    SecretFiles.replace(files.people(), people.write());
    return secrets;
  }
}
