package dev.assent.auditor.log;

import org.jspecify.annotations.Nullable;

/**
 * A share of the intents of a partition: as many as fit into memory at once.
 *
 * @param share which one, from 0
 * @param shares of how many
 */
public record Part(int partition, int share, int shares) {

  /** Whether records with this key belong to it. */
  public boolean holds(@Nullable String key) {
    return Math.floorMod(key == null ? 0 : key.hashCode(), shares) == share;
  }

  @Override
  public String toString() {
    return partition + (shares == 1 ? "" : ", share " + (share + 1) + " of " + shares);
  }
}
