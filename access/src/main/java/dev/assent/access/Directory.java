package dev.assent.access;

import dev.assent.contract.plan.Assignee;
import java.util.List;
import java.util.Optional;

/** The people and groups as they are now. Cheap: answers come from memory. */
public interface Directory {

  Optional<Person> person(String id);

  /** The person with this address; case does not matter. */
  Optional<Person> byEmail(String email);

  /** Every person, in the order of the file. */
  List<Person> people();

  /** Every group, in the order of the file. */
  List<Group> groups();

  /** The ids of the groups that this person is in; empty for somebody unknown. */
  List<String> groupsOf(String personId);

  /** The ids of the people in this group; empty for a group unknown. */
  List<String> membersOf(String groupId);

  /** Whether this names a person or group that exists, or anyone. */
  boolean knows(Assignee assignee);
}
