package dev.assent.auditor.main;

import dev.assent.auditor.Check;
import dev.assent.auditor.Report;
import dev.assent.auditor.Steps;
import dev.assent.auditor.check.Answers;
import dev.assent.auditor.check.Causes;
import dev.assent.auditor.check.Chain;
import dev.assent.auditor.check.Checkpoints;
import dev.assent.auditor.check.Endings;
import dev.assent.auditor.check.Histories;
import dev.assent.auditor.check.Sequences;
import dev.assent.auditor.check.Timers;
import dev.assent.auditor.file.Export;
import dev.assent.auditor.log.Heads;
import dev.assent.auditor.log.Inputs;
import dev.assent.auditor.log.Log;
import dev.assent.auditor.log.Marks;
import dev.assent.auditor.log.Replay;
import dev.assent.auditor.view.LiveTimers;
import dev.assent.auditor.view.LiveViews;
import dev.assent.auditor.view.Views;
import dev.assent.eventlog.kafka.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** What is audited, as it stands at one moment, and the checks for it. */
final class Installation implements AutoCloseable {

  private static final List<String> SCHEMAS = List.of("intake", "approval", "timer", "notifier");

  private final Request request;
  private final KafkaLog log;
  private final PGSimpleDataSource database;
  private final @Nullable LiveViews views;

  private Installation(Request request) {
    this.request = request;
    this.log = new KafkaLog(broker(request), new Topics(request.topicsPrefix()));
    this.database = database(request);
    boolean wanted = request.timers() || request.views();
    this.views = wanted ? LiveViews.open(database, SCHEMAS) : null;
  }

  /**
   * Looks whether everything answers.
   *
   * @throws IllegalStateException with what does not
   */
  static Installation open(Request request) {
    return new Installation(request);
  }

  private static String broker(Request request) {
    String servers = request.bootstrapServers();
    if (servers == null) {
      throw new IllegalStateException("Expected a broker or a file, but none is named");
    }
    return servers;
  }

  private static PGSimpleDataSource database(Request request) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    String url = request.jdbcUrl();
    if (url != null) {
      source.setUrl(url);
    }
    source.setUser(request.user());
    source.setPassword(request.password());
    return source;
  }

  /** The checks that need nothing but events and checkpoints. */
  static List<Check> ofTheLogAlone(
      Request request, Log log, Marks marks, Heads heads, Replay replay) {
    int shown = request.shown();
    List<Check> checks = new ArrayList<>();
    checks.add(new Sequences(heads, log.partitions(), shown));
    checks.add(new Histories(replay, shown));
    checks.add(new Chain(heads, shown));
    if (!request.keys().isEmpty()) {
      checks.add(new Checkpoints(log, marks, heads, request.trusted(), shown));
    }
    return checks;
  }

  /**
   * The checks that are wanted. The moment of the views was fixed before that of the log is, so
   * that all they have seen is judged with them.
   */
  List<Check> checks() {
    int shown = request.shown();
    Marks marks = Marks.take(log);
    Heads heads = new Heads(log, marks);
    Inputs inputs = new Inputs(log, marks);
    Replay replay = new Replay(log, marks);
    List<Check> checks = new ArrayList<>();
    checks.addAll(ofTheLogAlone(request, log, marks, heads, replay));
    checks.add(new Causes(log, marks, inputs, heads, shown));
    checks.add(new Answers(log, marks, inputs, heads, shown));
    checks.add(new Endings(log, marks, replay, shown));
    LiveViews live = views;
    if (live != null && request.timers()) {
      checks.add(new Timers(replay, new LiveTimers(live), shown));
    }
    if (live != null && request.views()) {
      checks.add(new Views(log, marks, inputs, live, database, shown));
    }
    return checks;
  }

  /** Writes the log into a file, in place of checking it. */
  Report export(String file, Steps steps) {
    return new Report(List.of(new Export(log, Marks.take(log), Path.of(file)).write(steps)));
  }

  @Override
  public void close() {
    log.close();
    LiveViews live = views;
    if (live != null) {
      live.close();
    }
  }
}
