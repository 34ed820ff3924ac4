package dev.assent.cli.local;

import dev.assent.backends.BackendsFile;
import dev.assent.cli.CliException;
import dev.assent.cli.Version;
import dev.assent.cli.terminal.Moments;
import dev.assent.cli.terminal.Progress;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Starts what does not run yet in a data folder. */
public final class Startup {
  /**
   * What runs now.
   *
   * @param started what this call started, in order
   */
  public record Result(BackendsRun backends, AssentRun assent, List<Part> started) {
    public Result {
      started = List.copyOf(started);
    }
  }

  private final DataFolder folder;
  private final Installation installation;
  private final Progress progress;
  private final RunFiles files;
  private final List<Part> started = new CopyOnWriteArrayList<>();
  private final NextStart next;
  private volatile boolean aborted;

  private Startup(DataFolder folder, Installation installation, Progress progress, NextStart next) {
    this.folder = folder;
    this.installation = installation;
    this.progress = progress;
    this.files = folder.runFiles();
    this.next = next;
  }

  /** For what runs a while and is soon gone. */
  public static Startup once(DataFolder folder, Installation installation, Progress progress) {
    return new Startup(folder, installation, progress, new NextStart(false));
  }

  /** For what will be started again; whoever takes this calls {@link #prepareNext}. */
  public static Startup again(DataFolder folder, Installation installation, Progress progress) {
    return new Startup(folder, installation, progress, new NextStart(true));
  }

  /**
   * Makes the next start quicker, the first time after a build. That takes some seconds, in which
   * everything runs on.
   */
  public void prepareNext() {
    next.prepare(progress);
  }

  /**
   * Starts both parts, or the one that is missing. What was started by a call that then fails is
   * stopped again.
   *
   * @param wanted ports that were asked for
   * @param usual ports for what was neither asked for nor used in this folder before
   */
  public Result start(Ports.Wanted wanted, Ports usual) {
    installation.require();
    folder.prepare();
    Result[] result = new Result[1];
    Thread abort = new Thread(this::abort, "abort");
    Runtime.getRuntime().addShutdownHook(abort);
    folder.exclusively(
        () -> {
          Ports ports = wanted.over(files.ports().orElse(usual));
          try {
            result[0] = start(ports);
          } catch (RuntimeException e) {
            undo();
            throw e;
          }
          files.write(ports);
          release(abort);
        });
    return result[0];
  }

  /** Ctrl-C in the middle: nothing half started is left behind. */
  private void abort() {
    aborted = true;
    undo();
  }

  private static void release(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending, and the hook runs
    }
  }

  private Result start(Ports ports) {
    Optional<BackendsRun> backends = files.liveBackends();
    Optional<AssentRun> assent = files.liveAssent();
    backends.ifPresent(run -> requireSamePorts(run, ports));
    assent.ifPresent(run -> requireSamePorts(run, ports));
    if (backends.isEmpty()) {
      Shutdown.stopOrphan(folder, progress);
      PortProbe.requireFree(ports.ofBackends());
    }
    if (assent.isEmpty()) {
      PortProbe.requireFree(ports.ofAssent());
    }
    progress.step("Data folder " + folder.path());
    Accounts.prepare(folder, progress);
    BackendsRun backendsNow = backends.map(this::already).orElseGet(() -> startBackends(ports));
    AssentRun assentNow = assent.map(this::already).orElseGet(() -> startAssent(ports));
    return new Result(backendsNow, assentNow, started);
  }

  private BackendsRun already(BackendsRun run) {
    progress.step("Kafka and PostgreSQL run already, since " + since(run.mark()));
    return run;
  }

  private AssentRun already(AssentRun run) {
    progress.step("The services run already, since " + since(run.mark()));
    new Launch(Part.ASSENT, folder, progress).awaitAssent(run.mark(), run.httpPort());
    return run;
  }

  private static String since(Mark mark) {
    return Moments.date(mark.startedAt().toString());
  }

  private BackendsRun startBackends(Ports ports) {
    begin(Part.BACKENDS);
    Launch launch = new Launch(Part.BACKENDS, folder, progress);
    Mark mark =
        next.start(
            installation.classCache(Part.BACKENDS),
            quicker ->
                launch.start(installation.backends(quicker, folder.path(), ports), Map.of()));
    BackendsRun run =
        new BackendsRun(mark.pid(), mark.startedAt(), ports.kafka(), ports.postgres());
    files.write(run);
    launch.awaitBackends(mark);
    return run;
  }

  private AssentRun startAssent(Ports ports) {
    begin(Part.ASSENT);
    BackendsFile backends = backendsFile();
    Launch launch = new Launch(Part.ASSENT, folder, progress);
    Mark mark =
        next.start(
            installation.classCache(Part.ASSENT),
            quicker ->
                launch.start(
                    installation.assent(quicker, Settings.of(folder, ports, backends)),
                    Settings.secrets(backends)));
    AssentRun run =
        new AssentRun(
            mark.pid(),
            mark.startedAt(),
            URI.create(Settings.url(ports)),
            ports.http(),
            ports.smtp(),
            Version.text());
    files.write(run);
    launch.awaitAssent(mark, ports.http());
    progress.step("The services are ready on " + run.url());
    return run;
  }

  private void begin(Part part) {
    if (aborted) {
      throw CliException.failed("Stopped while starting.");
    }
    progress.step("Starting " + part.title());
    started.add(part);
  }

  private BackendsFile backendsFile() {
    try {
      return BackendsFile.read(folder.path());
    } catch (IOException e) {
      throw CliException.failed(
          "Kafka and PostgreSQL run, but %s cannot be read. Stop them and start again: assent down, then assent up."
              .formatted(folder.path().resolve(BackendsFile.NAME)),
          e);
    }
  }

  private synchronized void undo() {
    if (!started.isEmpty()) {
      Shutdown.stop(folder, List.copyOf(started), progress);
      started.clear();
      next.forget();
    }
  }

  private static void requireSamePorts(BackendsRun run, Ports ports) {
    requireSame("Kafka", run.kafkaPort(), ports.kafka());
    requireSame("PostgreSQL", run.postgresPort(), ports.postgres());
  }

  private static void requireSamePorts(AssentRun run, Ports ports) {
    requireSame("The page", run.httpPort(), ports.http());
    requireSame("The mail catcher", run.smtpPort(), ports.smtp());
  }

  private static void requireSame(String what, int now, int wanted) {
    if (now != wanted) {
      throw CliException.failed(
          "%s runs already, on port %d instead of %d. Stop it first (assent down), or leave the port out."
              .formatted(what, now, wanted));
    }
  }
}
