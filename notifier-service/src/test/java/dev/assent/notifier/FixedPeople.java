package dev.assent.notifier;

import dev.assent.notifier.routing.AddressBook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An address book in memory. */
public final class FixedPeople implements AddressBook {

  public final Map<String, String> emails = new ConcurrentHashMap<>();
  public final Map<String, List<String>> groups = new ConcurrentHashMap<>();

  /** Ada, Bo and Cy have mail, Dee has none; sre is Bo, Cy and Dee. */
  public FixedPeople() {
    emails.put("ada", "ada@example.org");
    emails.put("bo", "bo@example.org");
    emails.put("cy", "cy@example.org");
    groups.put("sre", List.of("bo", "cy", "dee"));
  }

  @Override
  public Optional<String> emailOf(String personId) {
    return Optional.ofNullable(emails.get(personId));
  }

  @Override
  public List<String> membersOf(String groupId) {
    return groups.getOrDefault(groupId, List.of());
  }
}
