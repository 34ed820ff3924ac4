package dev.assent.cli.local;

import java.time.Instant;

/** The backends as they were started. */
public record BackendsRun(long pid, Instant startedAt, int kafkaPort, int postgresPort) {
  public Mark mark() {
    return new Mark(pid, startedAt);
  }

  /** The value of {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + kafkaPort;
  }
}
