package dev.assent.eventlog.loop;

import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.checkpoint.Notary;
import dev.assent.eventlog.checkpoint.RunningHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hashes values alone, and "signs" with a word. */
final class PlainNotary implements Notary {

  final List<LogRecord> hashed = new CopyOnWriteArrayList<>();
  volatile Runnable beforeEach = () -> {};
  private final String topic;

  PlainNotary(String topic) {
    this.topic = topic;
  }

  @Override
  public String hash(LogRecord fact) {
    beforeEach.run();
    hashed.add(fact);
    return hashOf(fact);
  }

  static String hashOf(LogRecord fact) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(fact.value()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Append seal(int partition, RunningHash hash) {
    String text = hash.nextOffset() + " " + hash.records() + " " + hash.head() + " honest";
    return new Append(
        topic, String.valueOf(partition), Map.of(), text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Optional<RunningHash> read(LogRecord checkpoint) {
    String[] parts = new String(checkpoint.value(), StandardCharsets.UTF_8).split(" ");
    return parts.length == 4 && parts[3].equals("honest")
        ? Optional.of(new RunningHash(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]))
        : Optional.empty();
  }
}
