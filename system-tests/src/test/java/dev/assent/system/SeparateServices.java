package dev.assent.system;

import dev.assent.access.FirstStart;
import dev.assent.access.InitialCredentials;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The four services as processes of their own, on one broker and one database. */
final class SeparateServices implements RunningAssent, AutoCloseable {

  static final List<String> NAMES = List.of("intake", "approval", "timer", "notifier");

  final RunningBackends backends;
  final Path folder;
  private final InitialCredentials credentials;
  private final Map<String, AppJvm> services = new LinkedHashMap<>();

  private SeparateServices(Path folder, Function<RunningBackends, List<String>> settings) {
    this.folder = folder;
    this.credentials = FirstStart.prepare(AppJvm.config(folder)).orElseThrow();
    this.backends = RunningBackends.start(folder);
    NAMES.forEach(
        service -> services.put(service, another(service, service, settings.apply(backends))));
  }

  static SeparateServices start(Path folder) {
    return start(folder, backends -> List.of());
  }

  /** Starts all, with keys besides those that they have always. */
  static SeparateServices start(Path folder, Function<RunningBackends, List<String>> settings) {
    SeparateServices started = new SeparateServices(folder, settings);
    started.awaitReady();
    return started;
  }

  /** One more process for this service, under a name of its own. */
  AppJvm another(String service, String name, List<String> more) {
    List<String> settings = new ArrayList<>(AppJvm.SMALL_AND_QUICK);
    settings.add("-Dassent.services=" + service);
    if (service.equals("notifier")) {
      settings.addAll(AppJvm.ownMails());
    }
    settings.addAll(more);
    return new AppJvm(folder, backends.addresses(), name, settings);
  }

  AppJvm of(String service) {
    return services.get(service);
  }

  /** Ends a process, if it has not ended yet, in the way that leaves most undone. */
  void restart(String service) {
    of(service).jvm().kill();
    of(service).startAgain();
  }

  void awaitReady() {
    services.values().forEach(AppJvm::awaitReady);
  }

  @Override
  public URI door(String service) {
    return of(service).url();
  }

  @Override
  public InitialCredentials credentials() {
    return credentials;
  }

  @Override
  public String kafka() {
    return backends.kafka();
  }

  @Override
  public Connection database() throws SQLException {
    return backends.database();
  }

  @Override
  public Audit audit() {
    return Audit.of(folder);
  }

  @Override
  public void close() {
    services.values().forEach(service -> service.jvm().kill());
    backends.close();
  }
}
