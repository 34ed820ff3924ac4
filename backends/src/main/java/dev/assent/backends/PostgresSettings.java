package dev.assent.backends;

import java.nio.file.Path;

/**
 * What a PostgreSQL is started with.
 *
 * @param folder where its data, its password and its start log are kept; made when it is not there
 * @param port the port on 127.0.0.1; 0 takes a free one
 * @param durability whether a commit reaches the disk before it is acknowledged
 * @param cache where the programs are unpacked, once for each version; any number of servers share
 *     it
 */
public record PostgresSettings(Path folder, int port, Durability durability, Path cache) {
  /** A durable server in this folder, on a free port, with the programs in the user's cache. */
  public static PostgresSettings in(Path folder) {
    return new PostgresSettings(folder, 0, Durability.DISK, defaultCache());
  }

  public PostgresSettings withPort(int newPort) {
    return new PostgresSettings(folder, newPort, durability, cache);
  }

  public PostgresSettings withDurability(Durability newDurability) {
    return new PostgresSettings(folder, port, newDurability, cache);
  }

  public PostgresSettings withCache(Path newCache) {
    return new PostgresSettings(folder, port, durability, newCache);
  }

  /** {@code $ASSENT_CACHE}, else the place that the system gives to caches of this user. */
  public static Path defaultCache() {
    String own = System.getenv("ASSENT_CACHE");
    if (own != null && !own.isBlank()) {
      return Path.of(own);
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    if (xdg != null && !xdg.isBlank()) {
      return Path.of(xdg, "assent");
    }
    Path home = Path.of(System.getProperty("user.home"));
    return System.getProperty("os.name").startsWith("Mac")
        ? home.resolve("Library/Caches/assent")
        : home.resolve(".cache/assent");
  }
}
