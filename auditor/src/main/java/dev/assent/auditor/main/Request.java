package dev.assent.auditor.main;

import dev.assent.contract.signature.VerifyingKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the auditor is asked: one JSON document on standard input, because it holds a password and
 * every user of a machine may read arguments.
 *
 * @param jdbcUrl the database of the views; not asked for if neither timers nor views are checked
 * @param timers whether timers are checked
 * @param views whether views are compared
 * @param keys the public keys that may have signed checkpoints, in PEM; without any, checkpoints
 *     are not checked
 * @param file the export to check, in place of a broker and a database; else null
 * @param export the file to write the log to, in place of checking it; else null
 * @param shown how many findings of each check are told; the rest is counted
 */
public record Request(
    @Nullable String bootstrapServers,
    String topicsPrefix,
    @Nullable String jdbcUrl,
    @Nullable String user,
    @Nullable String password,
    boolean timers,
    boolean views,
    List<String> keys,
    @Nullable String file,
    @Nullable String export,
    int shown) {

  public Request {
    keys = List.copyOf(keys);
  }

  List<VerifyingKey> trusted() {
    return keys.stream().map(VerifyingKey::ofPem).toList();
  }
}
