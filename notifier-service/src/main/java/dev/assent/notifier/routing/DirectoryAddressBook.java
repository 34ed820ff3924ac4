package dev.assent.notifier.routing;

import dev.assent.access.Directory;
import dev.assent.access.Person;
import java.util.List;
import java.util.Optional;

/** The address book of the directory that all services share. */
public final class DirectoryAddressBook implements AddressBook {

  private final Directory directory;

  public DirectoryAddressBook(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Optional<String> emailOf(String personId) {
    return directory.person(personId).map(Person::email).filter(address -> !address.isBlank());
  }

  @Override
  public List<String> membersOf(String groupId) {
    return directory.membersOf(groupId);
  }
}
