package dev.assent.system;

import dev.assent.access.FirstStart;
import dev.assent.access.InitialCredentials;
import dev.assent.backends.Durability;
import dev.assent.backends.EmbeddedPostgres;
import dev.assent.backends.PostgresSettings;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Two instances of every service on three brokers and one database.
 *
 * <p>An instance is one process of all four services: its death takes an owner of every kind at
 * once, and two JVMs leave the machine more room for faults than eight. Services as processes of
 * their own are what {@link SeparateServices} has.
 */
final class TwoInstances implements RunningAssent, AutoCloseable {

  static final List<String> NAMES = List.of("left", "right");

  /** The groups that share the partitions of the log out. */
  static final List<String> LOOPS = List.of("intake", "approval", "timer", "notifier", "notary");

  static final int PARTITIONS = 6;

  final BrokerCluster brokers;
  private final Path folder;
  private final InitialCredentials credentials;
  private final EmbeddedPostgres postgres;
  private final Map<String, AppJvm> instances = new LinkedHashMap<>();

  private TwoInstances(Path folder) {
    this.folder = folder;
    this.credentials = FirstStart.prepare(AppJvm.config(folder)).orElseThrow();
    this.brokers = BrokerCluster.start(folder);
    this.postgres =
        EmbeddedPostgres.start(
            PostgresSettings.in(folder.resolve("postgres")).withDurability(Durability.PROCESS));
    List<String> settings = new ArrayList<>(AppJvm.SMALL_AND_QUICK);
    settings.add("-Xmx256m");
    settings.add("-Dassent.topics.partitions=" + PARTITIONS);
    settings.add("-Dassent.topics.replication-factor=" + BrokerCluster.BROKERS);
    for (String name : NAMES) {
      List<String> own = new ArrayList<>(settings);
      own.addAll(AppJvm.ownMails());
      // Both at once: each may be the one that makes topics and schemas.
      instances.put(name, new AppJvm(folder, addresses(), name, own));
    }
  }

  static TwoInstances start(Path folder) {
    TwoInstances started = new TwoInstances(folder);
    try {
      started.awaitReady();
    } catch (AssertionError e) {
      started.close();
      throw e;
    }
    return started;
  }

  private BackendAddresses addresses() {
    return new BackendAddresses(
        brokers.addresses(), postgres.jdbcUrl(), postgres.user(), postgres.password());
  }

  AppJvm of(String name) {
    return instances.get(name);
  }

  static String other(String name) {
    return NAMES.get(1 - NAMES.indexOf(name));
  }

  void awaitReady() {
    instances.values().forEach(AppJvm::awaitReady);
  }

  Owners owners(String loop) {
    return new Owners(kafka(), loop);
  }

  /** What a load balancer that does not look would choose. */
  @Override
  public URI door(String service) {
    return of(NAMES.get(ThreadLocalRandom.current().nextInt(NAMES.size()))).url();
  }

  @Override
  public InitialCredentials credentials() {
    return credentials;
  }

  @Override
  public String kafka() {
    return brokers.addresses();
  }

  @Override
  public Connection database() throws SQLException {
    return postgres.connect();
  }

  @Override
  public Audit audit() {
    return Audit.of(addresses(), AppJvm.config(folder));
  }

  @Override
  public void close() {
    instances.values().forEach(instance -> instance.jvm().kill());
    postgres.close();
    brokers.close();
  }
}
