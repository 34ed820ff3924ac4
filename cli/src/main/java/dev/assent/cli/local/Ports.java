package dev.assent.cli.local;

import dev.assent.cli.CliException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ports on 127.0.0.1 that an installation listens on. */
public record Ports(int http, int kafka, int postgres, int smtp) {
  public static final Ports USUAL = new Ports(8300, 29092, 25432, 8325);

  /** Those that were asked for; null: not asked for. */
  public record Wanted(
      @Nullable Integer http,
      @Nullable Integer kafka,
      @Nullable Integer postgres,
      @Nullable Integer smtp) {
    public static final Wanted NONE = new Wanted(null, null, null, null);

    /** These, and for what was not asked for the others. */
    public Ports over(Ports others) {
      return new Ports(
          or(http, others.http()),
          or(kafka, others.kafka()),
          or(postgres, others.postgres()),
          or(smtp, others.smtp()));
    }

    private static int or(@Nullable Integer wanted, int other) {
      return wanted == null ? other : wanted;
    }
  }

  public Ports {
    Map<Integer, Long> uses =
        java.util.stream.Stream.of(http, kafka, postgres, smtp)
            .collect(Collectors.groupingBy(port -> port, Collectors.counting()));
    uses.forEach(
        (port, times) -> {
          if (port < 1 || port > 65_535) {
            throw CliException.usage("Expected a port from 1 to 65535, but came " + port + ".");
          }
          if (times > 1) {
            throw CliException.usage(
                "Port "
                    + port
                    + " is named for more than one thing. Give each its own: --http-port,"
                    + " --kafka-port, --postgres-port, --smtp-port.");
          }
        });
  }

  /** Ports of the backends, by the option that sets them. */
  Map<String, Integer> ofBackends() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("--kafka-port", kafka);
    ports.put("--postgres-port", postgres);
    return ports;
  }

  /** Ports of the services, by the option that sets them. */
  Map<String, Integer> ofAssent() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("--http-port", http);
    ports.put("--smtp-port", smtp);
    return ports;
  }

  /** The same ports, higher by this much. */
  public Ports plus(int distance) {
    return new Ports(http + distance, kafka + distance, postgres + distance, smtp + distance);
  }

  public boolean areFree() {
    return PortProbe.isFree(http)
        && PortProbe.isFree(kafka)
        && PortProbe.isFree(postgres)
        && PortProbe.isFree(smtp);
  }
}
