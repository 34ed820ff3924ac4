package dev.assent.intake.domain;

import dev.assent.access.Directory;
import dev.assent.contract.plan.Assignee;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns what submissions call people into people. Somebody unknown is refused now: an intent that
 * waits for nobody would wait in silence.
 */
final class Approvers {

  private static final String FORMS =
      "a person's id, a person's e-mail address, group:<id> or anyone";

  private final Directory directory;

  Approvers(Directory directory) {
    this.directory = directory;
  }

  /** The assignees of an array of texts, without repetitions. */
  List<Assignee> list(Fields fields, String name) {
    List<Assignee> found = new ArrayList<>();
    int place = 0;
    for (String text : fields.texts(name, 20, 383)) {
      Assignee assignee = find(text, fields, name + "[" + place++ + "]");
      if (assignee != null && !found.contains(assignee)) {
        found.add(assignee);
      }
    }
    return found;
  }

  /** Who is meant; null after saying why nobody is. */
  @Nullable Assignee find(String text, Fields fields, String name) {
    Assignee parsed = Assignee.parse(text.strip());
    return switch (parsed.kind()) {
      case ANYONE -> parsed;
      case GROUP -> group(parsed, fields, name);
      case PERSON -> person(parsed.id(), text, fields, name);
    };
  }

  /** The person whom this address reaches; null after saying that it is nobody's. */
  @Nullable Assignee byEmail(String email, Fields fields, String name) {
    Optional<Assignee> person =
        directory.byEmail(email.strip()).map(known -> Assignee.person(known.id()));
    if (person.isEmpty()) {
      fields.wrong(
          name,
          "no person here has the address "
              + Say.quote(email)
              + "; a decision needs somebody who can sign in, so add them to the people first");
    }
    return person.orElse(null);
  }

  private @Nullable Assignee group(Assignee group, Fields fields, String name) {
    if (!directory.knows(group)) {
      fields.wrong(name, "no group here is called " + Say.quote(group.id()) + "; name " + FORMS);
      return null;
    }
    if (directory.membersOf(group.id()).isEmpty()) {
      fields.wrong(
          name, "nobody is in the group " + Say.quote(group.id()) + ", so nobody could decide");
      return null;
    }
    return group;
  }

  private @Nullable Assignee person(String id, String text, Fields fields, String name) {
    if (directory.person(id).isPresent()) {
      return Assignee.person(id);
    }
    Optional<Assignee> byEmail = directory.byEmail(id).map(p -> Assignee.person(p.id()));
    if (byEmail.isPresent()) {
      return byEmail.get();
    }
    if (directory.knows(Assignee.group(id))) {
      return group(Assignee.group(id), fields, name);
    }
    String what =
        text.startsWith(Target.SCHEME)
            ? "expected people, got an agent's address; name "
            : "nobody here is called " + Say.quote(text) + "; name ";
    fields.wrong(name, what + FORMS);
    return null;
  }
}
