package dev.assent.auditor.check;

import dev.assent.auditor.Check;
import dev.assent.auditor.Findings;
import dev.assent.auditor.Steps;
import dev.assent.auditor.log.Part;
import dev.assent.auditor.log.Places;
import dev.assent.auditor.log.Replay;
import dev.assent.auditor.log.Replayed;
import dev.assent.auditor.log.Spectator;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.kernel.intent.IntentState.Ended;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules lead from each event of an intent to the next, and it ends at most once. */
public final class Histories implements Check {

  private final Findings findings;
  private final Replay replay;

  public Histories(Replay replay, int shown) {
    this.findings = new Findings("histories", shown);
    this.replay = replay;
    replay.add(new Watch());
  }

  @Override
  public Findings findings() {
    return findings;
  }

  @Override
  public void look(Steps steps) {
    findings.count("intents", 0);
    findings.count("ended", 0);
    replay.once(steps);
  }

  private final class Watch implements Spectator {

    @Override
    public void flaw(LogRecord record, @Nullable String intent, String expected, String found) {
      findings.flaw(Places.of(record), intent, expected, found);
    }

    @Override
    public void end(Part part, Map<String, Replayed> intents) {
      findings.count("intents", intents.size());
      findings.count(
          "ended",
          intents.values().stream().filter(intent -> intent.state() instanceof Ended).count());
    }
  }
}
