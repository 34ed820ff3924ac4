package dev.assent.system;

import dev.assent.access.FirstStart;
import dev.assent.access.InitialCredentials;
import dev.assent.testbackends.FreePorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The four services as processes of their own, on one broker and one database. */
final class SeparateServices implements AutoCloseable {

  static final List<String> NAMES = List.of("intake", "approval", "timer", "notifier");

  /** For processes that start often and live briefly. */
  private static final List<String> SMALL_AND_QUICK =
      List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

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
    List<String> settings = new ArrayList<>(SMALL_AND_QUICK);
    settings.add("-Dassent.services=" + service);
    if (service.equals("notifier")) {
      int smtpPort = FreePorts.next();
      settings.add("-Dassent.notifier.catcher.enabled=true");
      settings.add("-Dassent.notifier.catcher.port=" + smtpPort);
      settings.add("-Dquarkus.mailer.port=" + smtpPort);
      // A mail that a killed process was about to send waits this long, and some more.
      settings.add("-Dassent.notifier.email.timeout=PT2S");
    }
    settings.addAll(more);
    return new AppJvm(folder, backends, name, settings);
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

  /** The demo's agent at the door of this service. */
  Api agentAt(String service) {
    return new Api(of(service).url(), credentials.apiKeys().getFirst().token());
  }

  /** A person of the demo, at the people's door. */
  Api person(String id) {
    return new Api(of("approval").url(), "").signedIn(id, credentials.password(id).orElseThrow());
  }

  @Override
  public void close() {
    services.values().forEach(service -> service.jvm().kill());
    backends.close();
  }
}
