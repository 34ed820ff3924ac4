package dev.assent.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code people.json} says:
 *
 * <pre>{@code
 * {"people": [{"id": "ada", "name": "Ada", "email": "ada@example.test", "password": "pbkdf2-..."}],
 *  "groups": [{"id": "sre", "name": "On call", "members": ["ada"]}]}
 * }</pre>
 */
final class People {

  static final String FILE = "people.json";

  /** A person with the hash of their password; without one they cannot sign in with a password. */
  record Entry(Person person, @Nullable PasswordHash password, byte[] fingerprint) {

    static Entry of(Person person, @Nullable PasswordHash password) {
      return new Entry(person, password, Secrets.sha256(password == null ? "" : password.text()));
    }
  }

  private final Map<String, Entry> people = new LinkedHashMap<>();
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<String, Person> byEmail = new HashMap<>();
  private final Map<String, List<String>> groupsOf = new HashMap<>();

  private People() {}

  static People read(byte[] json) {
    Fields document = Fields.document(FILE, json).only("people", "groups");
    People people = new People();
    document.objects("people").forEach(people::addPerson);
    document.objects("groups").forEach(people::addGroup);
    people.groups.values().forEach(people::index);
    return people;
  }

  static People of(List<Entry> people, List<Group> groups) {
    return read(write(people, groups));
  }

  /** The document, as {@link #read} takes it. */
  byte[] write() {
    return write(entries(), groups());
  }

  private static byte[] write(List<Entry> people, List<Group> groups) {
    ObjectNode document = Fields.JSON.createObjectNode();
    ArrayNode list = document.putArray("people");
    for (Entry entry : people) {
      ObjectNode person = list.addObject();
      person.put("id", entry.person().id()).put("name", entry.person().name());
      if (entry.person().email() != null) {
        person.put("email", entry.person().email());
      }
      PasswordHash password = entry.password();
      if (password != null) {
        person.put("password", password.text());
      }
    }
    ArrayNode groupList = document.putArray("groups");
    for (Group group : groups) {
      ObjectNode written = groupList.addObject().put("id", group.id()).put("name", group.name());
      group.members().forEach(written.putArray("members")::add);
    }
    try {
      return Fields.JSON.writeValueAsBytes(document);
    } catch (IOException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  Optional<Entry> entry(String id) {
    return Optional.ofNullable(people.get(id));
  }

  Optional<Person> byEmail(String email) {
    return Optional.ofNullable(byEmail.get(email.toLowerCase(Locale.ROOT)));
  }

  List<Entry> entries() {
    return List.copyOf(people.values());
  }

  List<Group> groups() {
    return List.copyOf(groups.values());
  }

  Optional<Group> group(String id) {
    return Optional.ofNullable(groups.get(id));
  }

  List<String> groupsOf(String personId) {
    return groupsOf.getOrDefault(personId, List.of());
  }

  private void addPerson(Fields fields) {
    fields.only("id", "name", "email", "password");
    String id = id(fields);
    String email = fields.optionalText("email");
    if (email != null
        && (!email.contains("@") || email.chars().anyMatch(Character::isWhitespace))) {
      throw fields.wrong(fields.at("email"), "an address with @", "another form");
    }
    Entry entry = Entry.of(new Person(id, fields.text("name"), email), password(fields));
    if (people.putIfAbsent(id, entry) != null) {
      throw fields.wrong(fields.at("id"), "used once", "\"" + id + "\" again");
    }
    if (email != null
        && byEmail.putIfAbsent(email.toLowerCase(Locale.ROOT), entry.person()) != null) {
      throw fields.wrong(fields.at("email"), "one person's only", "somebody else's");
    }
  }

  private void addGroup(Fields fields) {
    fields.only("id", "name", "members");
    String id = id(fields);
    List<String> members = new ArrayList<>();
    for (String member : fields.texts("members")) {
      if (!people.containsKey(member)) {
        throw fields.wrong(fields.at("members"), "ids of people in this file", "another name");
      }
      if (!members.contains(member)) {
        members.add(member);
      }
    }
    if (groups.putIfAbsent(id, new Group(id, fields.text("name"), members)) != null) {
      throw fields.wrong(fields.at("id"), "used once", "\"" + id + "\" again");
    }
  }

  private static String id(Fields fields) {
    String id = fields.text("id", Fields.ID, Fields.ID_FORM);
    if (id.equals("anyone")) {
      throw fields.wrong(fields.at("id"), "another id", "\"anyone\", which means everybody");
    }
    return id;
  }

  private static @Nullable PasswordHash password(Fields fields) {
    String stored = fields.optionalText("password");
    if (stored == null) {
      return null;
    }
    return PasswordHash.parse(stored)
        .orElseThrow(
            () ->
                fields.wrong(
                    fields.at("password"),
                    PasswordHash.FORM,
                    "another form (a plain password is never stored)"));
  }

  private void index(Group group) {
    for (String member : group.members()) {
      List<String> all = new ArrayList<>(groupsOf(member));
      all.add(group.id());
      groupsOf.put(member, List.copyOf(all));
    }
  }
}
