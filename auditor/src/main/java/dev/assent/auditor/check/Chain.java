package dev.assent.auditor.check;

import dev.assent.auditor.Check;
import dev.assent.auditor.Findings;
import dev.assent.auditor.Steps;
import dev.assent.auditor.log.Heads;
import dev.assent.auditor.log.Places;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.json.EventHash;
import dev.assent.eventlog.append.LogRecord;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Each event names the hash of the intent's event before it, and the first names none.
 *
 * <p>Logs from before the chain have intents whose first events name none; once one does, all that
 * follow must. Holds about 150 bytes for each intent of a partition.
 */
public final class Chain implements Check {

  private final Findings findings;
  private final Heads heads;

  /** The last event of each intent of the partition at hand. */
  private final Map<IntentId, Link> last = new HashMap<>();

  private record Link(byte[] hash, boolean chained) {}

  public Chain(Heads heads, int shown) {
    this.findings = new Findings("chain", shown);
    this.heads = heads;
    heads.add(new Reader());
  }

  @Override
  public Findings findings() {
    return findings;
  }

  @Override
  public void look(Steps steps) {
    findings.count("events chained", 0);
    heads.once(steps);
    last.clear();
  }

  private final class Reader implements Heads.Reader {

    @Override
    public void begin(int partition) {
      last.clear();
    }

    @Override
    public void fact(LogRecord record, Envelope envelope) {
      IntentId intent = envelope.intentId();
      Link before = last.get(intent);
      String named = envelope.previousHash();
      if (named != null) {
        findings.count("events chained", 1);
      } else if (before != null && !before.chained()) {
        findings.count("events from before the chain", 1);
      }
      String flaw = flaw(before, named);
      if (flaw != null) {
        findings.flaw(
            Places.of(record),
            intent.toString(),
            before == null ? "no event before the first" : "the hash of the event before it",
            flaw);
      }
      byte[] hash = HexFormat.of().parseHex(EventHash.of(Places.wire(record)));
      boolean chained = named != null || (before != null && before.chained());
      last.put(intent, new Link(hash, chained));
    }

    private static @Nullable String flaw(@Nullable Link before, @Nullable String named) {
      if (before == null) {
        return named == null ? null : "the hash of one";
      }
      if (named == null) {
        return before.chained() ? "none" : null;
      }
      return named.equals(HexFormat.of().formatHex(before.hash())) ? null : "another";
    }
  }
}
