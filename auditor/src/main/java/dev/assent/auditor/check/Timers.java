package dev.assent.auditor.check;

import dev.assent.auditor.Check;
import dev.assent.auditor.Findings;
import dev.assent.auditor.Steps;
import dev.assent.auditor.log.Part;
import dev.assent.auditor.log.Replay;
import dev.assent.auditor.log.Replayed;
import dev.assent.auditor.log.Spectator;
import dev.assent.contract.id.IntentId;
import dev.assent.kernel.intent.IntentState;
import dev.assent.kernel.intent.LiveTimers;
import dev.assent.timer.domain.Timer;
import dev.assent.timer.domain.TimerKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Each intent that has not ended has exactly the timers that the rules demand, and no other has
 * any. Judged for the moment that the view of the clock has come to, however far it is behind.
 */
public final class Timers implements Check {

  private static final String TABLE = "timer.timers";

  private final Findings findings;
  private final Replay replay;
  private final ArmedTimers armed;

  public Timers(Replay replay, ArmedTimers armed, int shown) {
    this.findings = new Findings("timers", shown);
    this.replay = replay;
    this.armed = armed;
    replay.add(new Watch());
  }

  @Override
  public Findings findings() {
    return findings;
  }

  @Override
  public void look(Steps steps) {
    findings.count("timers", 0);
    findings.count("waiting intents", 0);
    replay.once(steps);
  }

  private final class Watch implements Spectator {

    @Override
    public long pauseAt(int partition) {
      return armed.position(partition);
    }

    @Override
    public void paused(Part part, Map<String, Replayed> intents) {
      Map<String, Map<String, ArmedTimer>> demanded = new HashMap<>();
      intents.forEach(
          (id, intent) -> {
            if (!intent.isSpoiled() && isWaiting(intent.state())) {
              findings.count("waiting intents", 1);
              demanded.put(id, demanded(id, part.partition(), intent.state()));
            }
          });
      armed.read(part, timer -> compare(timer, intents.get(timer.intent()), demanded));
      demanded.forEach(
          (id, left) -> left.values().forEach(timer -> wrong(id, timer.words(), "none")));
    }
  }

  private void compare(
      ArmedTimer timer, @Nullable Replayed intent, Map<String, Map<String, ArmedTimer>> demanded) {
    findings.count("timers", 1);
    if (intent != null && intent.isSpoiled()) {
      return;
    }
    Map<String, ArmedTimer> own = demanded.getOrDefault(timer.intent(), Map.of());
    ArmedTimer wanted = own.get(timer.kind());
    if (wanted == null) {
      wrong(timer.intent(), "no " + timer.kind() + ", for " + why(intent), timer.words());
      return;
    }
    own.remove(timer.kind());
    if (!wanted.equals(timer)) {
      wrong(timer.intent(), wanted.words(), timer.words());
    }
  }

  private void wrong(String intent, String expected, String found) {
    findings.flaw(TABLE, intent, expected, found);
  }

  private static String why(@Nullable Replayed intent) {
    if (intent == null) {
      return "the partition holds no such intent";
    }
    return isWaiting(intent.state()) ? "nothing armed it" : "the intent has ended";
  }

  private static boolean isWaiting(IntentState state) {
    return !(state instanceof IntentState.Ended);
  }

  private static Map<String, ArmedTimer> demanded(String id, int partition, IntentState state) {
    Map<String, ArmedTimer> demanded = new HashMap<>();
    live(state)
        .byKind()
        .forEach(
            (kind, timer) -> {
              // As the view rounds it.
              Timer row =
                  new Timer(
                      new TimerKey(IntentId.of(id), kind),
                      partition,
                      timer.generation(),
                      timer.dueAt());
              demanded.put(
                  kind.name(), new ArmedTimer(id, kind.name(), row.generation(), row.dueAt()));
            });
    return demanded;
  }

  private static LiveTimers live(IntentState state) {
    return switch (state) {
      case IntentState.NotCreated none -> LiveTimers.NONE;
      case IntentState.Created created -> LiveTimers.NONE;
      case IntentState.Submitted submitted -> submitted.timers();
      case IntentState.Running running -> running.timers();
      case IntentState.Ended ended -> LiveTimers.NONE;
    };
  }
}
