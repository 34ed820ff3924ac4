package dev.assent.access;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Edits the files of a configuration folder. Each edit reads, checks and replaces a file under a
 * lock, so that editors in several processes lose nothing; running services notice within a second.
 *
 * <p>Every method throws {@link MalformedFileException} if the file, or what it would become, is
 * broken; nothing is written then.
 */
public final class AccessEditor {

  /** Shorter passwords are refused. */
  public static final int MIN_PASSWORD_LENGTH = 12;

  private final AccessFiles files;
  private final InstantSource clock;
  private final int iterations;

  public AccessEditor(Path configFolder) {
    this(configFolder, InstantSource.system(), PasswordHash.ITERATIONS);
  }

  AccessEditor(Path configFolder, InstantSource clock, int iterations) {
    this.files = new AccessFiles(configFolder);
    this.clock = clock;
    this.iterations = iterations;
  }

  /** Adds somebody; without a password they cannot sign in until they are given one. */
  public void addPerson(Person person, @Nullable String password) {
    addPerson(person, password, List.of());
  }

  /** Adds somebody, also to these groups; all of them must be there. */
  public void addPerson(Person person, @Nullable String password, Collection<String> groups) {
    PasswordHash hash = password == null ? null : hash(password);
    editPeople(
        people -> {
          List<People.Entry> entries = new ArrayList<>(people.entries());
          entries.add(People.Entry.of(person, hash));
          groups.forEach(group -> requireGroup(people, group));
          return People.of(
              entries,
              people.groups().stream()
                  .map(group -> groups.contains(group.id()) ? with(group, person.id()) : group)
                  .toList());
        });
  }

  /** Sets a password, which ends that person's sessions. */
  public void setPassword(String personId, String password) {
    PasswordHash hash = hash(password);
    editPeople(
        people -> {
          requirePerson(people, personId);
          return People.of(
              people.entries().stream()
                  .map(
                      entry ->
                          entry.person().id().equals(personId)
                              ? People.Entry.of(entry.person(), hash)
                              : entry)
                  .toList(),
              people.groups());
        });
  }

  /** Removes somebody, also from their groups, which ends their sessions. */
  public void removePerson(String personId) {
    editPeople(
        people -> {
          requirePerson(people, personId);
          return People.of(
              people.entries().stream()
                  .filter(entry -> !entry.person().id().equals(personId))
                  .toList(),
              people.groups().stream().map(group -> without(group, personId)).toList());
        });
  }

  /** Adds a group, or replaces the one with this id. */
  public void putGroup(Group group) {
    editPeople(
        people -> {
          List<Group> groups = new ArrayList<>(people.groups());
          groups.removeIf(old -> old.id().equals(group.id()));
          groups.add(group);
          return People.of(people.entries(), groups);
        });
  }

  /**
   * Makes a key for this address.
   *
   * @return the key with its plain secret: shown once, stored nowhere
   */
  public NewApiKey addApiKey(String address) {
    if (!AgentAddress.isValid(address)) {
      throw new IllegalArgumentException("Expected an address " + AgentAddress.FORM + ".");
    }
    ApiKeyToken token = ApiKeyToken.random();
    editKeys(
        keys -> {
          List<Agents.Key> more = new ArrayList<>(keys);
          more.add(
              new Agents.Key(
                  address,
                  token.keyId(),
                  token.secretSha256(),
                  clock.instant().truncatedTo(ChronoUnit.SECONDS)));
          return more;
        });
    return new NewApiKey(address, token.keyId(), token.text());
  }

  /**
   * Ends a key within a second, everywhere.
   *
   * @return whether there was one
   */
  public boolean revokeApiKey(String keyId) {
    return editKeys(keys -> keys.stream().filter(key -> !key.id().equals(keyId)).toList());
  }

  /** The keys there are, without secrets. */
  public List<ApiKeyInfo> apiKeys() {
    return readAgents().keys().stream()
        .map(key -> new ApiKeyInfo(key.address(), key.id(), key.createdAt()))
        .toList();
  }

  private void editPeople(Function<People, People> edit) {
    SecretFiles.locked(
        files,
        () -> {
          byte[] empty = "{}".getBytes(StandardCharsets.UTF_8);
          People before = readOr(files.people(), People::read, () -> People.read(empty));
          SecretFiles.replace(files.people(), edit.apply(before).write());
          return before;
        });
  }

  private boolean editKeys(Function<List<Agents.Key>, List<Agents.Key>> edit) {
    return SecretFiles.locked(
        files,
        () -> {
          List<Agents.Key> before = readAgents().keys();
          List<Agents.Key> after = edit.apply(before);
          SecretFiles.replace(files.agents(), Agents.write(after));
          return before.size() != after.size();
        });
  }

  private Agents readAgents() {
    byte[] empty = Agents.write(List.of());
    return readOr(files.agents(), Agents::read, () -> Agents.read(empty));
  }

  private static <T> T readOr(Path file, Function<byte[], T> reader, Supplier<T> absent) {
    return Files.exists(file) ? Reloading.read(file, reader) : absent.get();
  }

  private PasswordHash hash(String password) {
    int length = Objects.requireNonNull(password).length();
    if (length < MIN_PASSWORD_LENGTH || length > PasswordHash.MAX_LENGTH) {
      throw new IllegalArgumentException(
          "Expected a password of %d to %d characters, but came %d. Choose a longer sentence."
              .formatted(MIN_PASSWORD_LENGTH, PasswordHash.MAX_LENGTH, length));
    }
    return PasswordHash.of(password, iterations);
  }

  private static void requirePerson(People people, String personId) {
    if (people.entry(personId).isEmpty()) {
      throw new IllegalArgumentException(
          "Expected somebody in people.json, but \"%s\" is not there.".formatted(personId));
    }
  }

  private static void requireGroup(People people, String id) {
    List<String> known = people.groups().stream().map(Group::id).toList();
    if (!known.contains(id)) {
      throw new IllegalArgumentException(
          "Expected a group in people.json, but \"%s\" is not there. There are: %s."
              .formatted(id, String.join(", ", known)));
    }
  }

  private static Group with(Group group, String personId) {
    List<String> members = new ArrayList<>(group.members());
    members.add(personId);
    return new Group(group.id(), group.name(), members);
  }

  private static Group without(Group group, String personId) {
    return new Group(
        group.id(),
        group.name(),
        group.members().stream().filter(member -> !member.equals(personId)).toList());
  }
}
