package dev.assent.access;

import java.util.List;

/**
 * People who are asked together.
 *
 * @param members the ids of people, in the order of the file
 */
public record Group(String id, String name, List<String> members) {

  public Group {
    members = List.copyOf(members);
  }
}
