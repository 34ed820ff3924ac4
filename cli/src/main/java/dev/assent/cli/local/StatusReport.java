package dev.assent.cli.local;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an installation is.
 *
 * @param state {@code running}, {@code partly running} or {@code stopped}
 * @param installed whether it was ever started
 */
public record StatusReport(
    String state,
    String dataFolder,
    boolean installed,
    String version,
    @Nullable ServicesStatus services,
    @Nullable BackendsStatus backends) {

  /**
   * The services.
   *
   * @param troubles the health checks that failed
   */
  public record ServicesStatus(
      long pid,
      Instant since,
      URI url,
      int smtpPort,
      String version,
      String health,
      List<String> troubles) {}

  /** Broker and database. */
  public record BackendsStatus(
      long pid, Instant since, int kafkaPort, int postgresPort, String postgresVersion) {}

  /** Looks at the processes, and asks the services. */
  public static StatusReport of(DataFolder folder, String version) {
    RunFiles files = folder.runFiles();
    BackendsStatus backends = files.liveBackends().map(run -> backends(folder, run)).orElse(null);
    ServicesStatus services = files.liveAssent().map(StatusReport::services).orElse(null);
    String state =
        backends != null && services != null
            ? "running"
            : backends == null && services == null ? "stopped" : "partly running";
    return new StatusReport(
        state, folder.path().toString(), folder.isInstalled(), version, services, backends);
  }

  public boolean isHealthy() {
    return state.equals("running") && services != null && services.health().equals("healthy");
  }

  private static ServicesStatus services(AssentRun run) {
    Health.Report health = Health.of(run.httpPort());
    return new ServicesStatus(
        run.pid(),
        run.startedAt(),
        run.url(),
        run.smtpPort(),
        run.version(),
        health.word(),
        health.troubles());
  }

  private static BackendsStatus backends(DataFolder folder, BackendsRun run) {
    return new BackendsStatus(
        run.pid(),
        run.startedAt(),
        run.kafkaPort(),
        run.postgresPort(),
        Postmaster.version(folder));
  }
}
