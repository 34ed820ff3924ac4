package dev.assent.auditor.check;

import dev.assent.auditor.Check;
import dev.assent.auditor.Findings;
import dev.assent.auditor.Steps;
import dev.assent.auditor.log.Heads;
import dev.assent.auditor.log.Inputs;
import dev.assent.auditor.log.Log;
import dev.assent.auditor.log.Marks;
import dev.assent.auditor.log.Places;
import dev.assent.contract.envelope.Envelope;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Topics;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Each event names what caused it: an input, or an earlier event of its intent.
 *
 * <p>Inputs are kept for days and events for ever. Events answer the inputs of a partition in their
 * order; so where retention has taken inputs, those without a cause that come before the first one
 * whose cause is there have lost it to age.
 */
public final class Causes implements Check {

  private static final Pattern PLACE = Pattern.compile("(.+)/([0-9]{1,9})/([0-9]{1,18})");

  private final Findings findings;
  private final Heads heads;
  private final Inputs inputs;
  private final Marks marks;
  private final Topics topics;

  /** The services of the partition at hand of which an input was found. */
  private final Set<String> found = new HashSet<>();

  private long agedOut;

  public Causes(Log log, Marks marks, Inputs inputs, Heads heads, int shown) {
    this.findings = new Findings("causes", shown);
    this.heads = heads;
    this.inputs = inputs;
    this.marks = marks;
    this.topics = log.topics();
    heads.add(new Reader());
  }

  @Override
  public Findings findings() {
    return findings;
  }

  @Override
  public void look(Steps steps) {
    findings.count("events", 0);
    heads.once(steps);
    if (agedOut > 0) {
      findings.note(agedOut + " events older than the inputs that are kept");
    }
  }

  private final class Reader implements Heads.Reader {

    @Override
    public void prepare(Steps steps) {
      inputs.load(steps);
    }

    @Override
    public void begin(int partition) {
      found.clear();
    }

    @Override
    public void fact(LogRecord record, Envelope envelope) {
      findings.count("events", 1);
      String cause = envelope.causationId();
      if (inputs.contains(cause)) {
        found.add(envelope.source());
      } else if (isAgedOut(record, envelope)) {
        agedOut++;
      } else if (!isEarlierEvent(envelope)) {
        findings.flaw(
            Places.of(record),
            envelope.intentId().toString(),
            "its cause " + Places.quoted(cause) + " among the inputs or the events before it",
            "none");
      }
    }
  }

  private static boolean isEarlierEvent(Envelope envelope) {
    String own = envelope.intentId() + "/";
    String cause = envelope.causationId();
    if (!cause.startsWith(own)) {
      return false;
    }
    String sequence = cause.substring(own.length());
    return sequence.matches("[1-9][0-9]{0,17}") && Long.parseLong(sequence) < envelope.sequence();
  }

  private boolean isAgedOut(LogRecord event, Envelope envelope) {
    if (isEarlierEvent(envelope)) {
      return false;
    }
    Matcher place = PLACE.matcher(envelope.causationId());
    if (place.matches() && isInput(place.group(1))) {
      int partition = Integer.parseInt(place.group(2));
      return partition < marks.partitions()
          && Long.parseLong(place.group(3)) < marks.start(place.group(1), partition);
    }
    return !found.contains(envelope.source())
        && answeredBy(envelope.source()).stream()
            .anyMatch(topic -> marks.isTrimmed(topic, event.partition()));
  }

  private boolean isInput(String topic) {
    return topic.equals(topics.intents()) || topic.equals(topics.signals());
  }

  private List<String> answeredBy(String service) {
    return switch (service) {
      case Marks.INTAKE -> List.of(topics.intents());
      case Marks.APPROVAL -> List.of(topics.signals());
      default -> List.of();
    };
  }
}
