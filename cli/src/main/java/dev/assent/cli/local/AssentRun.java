package dev.assent.cli.local;

import java.net.URI;
import java.time.Instant;

/**
 * The services as they were started.
 *
 * @param url what people's browsers open
 * @param version of the command that started them
 */
public record AssentRun(
    long pid, Instant startedAt, URI url, int httpPort, int smtpPort, String version) {
  public Mark mark() {
    return new Mark(pid, startedAt);
  }
}
