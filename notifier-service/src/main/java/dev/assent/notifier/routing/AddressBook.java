package dev.assent.notifier.routing;

import java.util.List;
import java.util.Optional;

/** People as they are now. */
public interface AddressBook {

  /** The address of this person, if they exist and have one. */
  Optional<String> emailOf(String personId);

  /** The ids of the people in this group; empty for a group unknown. */
  List<String> membersOf(String groupId);
}
