package dev.assent.cli.local;

import dev.assent.backends.BackendsFile;
import dev.assent.cli.CliException;
import dev.assent.cli.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What the services are told: where they listen, and where log, views and people are. */
final class Settings {

  /** The log of one small machine; each partition that is written costs a flush. */
  private static final String PARTITIONS = "1";

  /** The services read the own file by themselves, but what is given here would win. */
  private static final Set<String> OWN_MAY_SAY =
      Set.of("assent.public-url", "assent.notifier.console");

  private Settings() {}

  static Map<String, String> of(DataFolder folder, Ports ports, BackendsFile backends) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("quarkus.http.host", "127.0.0.1");
    settings.put("quarkus.http.port", Integer.toString(ports.http()));
    settings.put("quarkus.datasource.jdbc.url", backends.postgresJdbcUrl());
    settings.put("quarkus.datasource.username", backends.postgresUser());
    settings.put("assent.kafka.bootstrap-servers", backends.kafkaBootstrapServers());
    settings.put("assent.topics.partitions", PARTITIONS);
    settings.put("assent.instance-id", "standalone");
    settings.put("assent.config-dir", folder.config().toString());
    settings.put("assent.public-url", url(ports));
    settings.put("assent.notifier.console", "true");
    OwnSettings own = OwnSettings.of(folder);
    if (own.catchMails()) {
      settings.put("assent.notifier.catcher.enabled", "true");
      settings.put("assent.notifier.catcher.port", Integer.toString(ports.smtp()));
    }
    OWN_MAY_SAY.stream().filter(own::say).forEach(settings::remove);
    return settings;
  }

  /** Secrets: in variables, because every user of the machine may read command lines. */
  static Map<String, String> secrets(BackendsFile backends) {
    return Map.of("QUARKUS_DATASOURCE_PASSWORD", password(backends));
  }

  static String password(BackendsFile backends) {
    Path file = Path.of(backends.postgresPasswordFile());
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw CliException.failed("Cannot read the database password. " + Failures.reason(e), e);
    }
  }

  static String url(Ports ports) {
    return "http://localhost:" + ports.http();
  }
}
