package dev.assent.intake.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.axp.AxpJson;
import dev.assent.contract.axp.PendingWith;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.json.ContractJson;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an agent has to do: one frame for each step put before it, and nothing else. A work queue:
 * agents run their handler for every frame, so what follows a delivery is never sent here.
 */
public final class DeliveryFeed {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /**
   * A bell that did not ring costs this much, and not the step. Thousands may listen: what they ask
   * of the database without need must be little.
   */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  /** The same while the view is known to be behind. */
  private static final long BEHIND_NANOS = Duration.ofMillis(500).toNanos();

  /** The same after a look that failed. */
  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

  private static final int PORTION = 200;

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryFeed.class);

  private final IntentReads reads;
  private final Freshness view;
  private final AgentBells bells;

  public DeliveryFeed(IntentReads reads, Freshness view, AgentBells bells) {
    this.reads = reads;
    this.view = view;
    this.bells = bells;
  }

  /** Streams what is unanswered after {@code since} until the window is over. */
  public void run(String agent, long since, Window window, Sink sink)
      throws IOException, InterruptedException {
    Worklist work;
    try (AgentBells.Bell bell = bells.listen(agent)) {
      Window.Ticks ticks = window.open(sink);
      work = new Worklist(agent, since, sink, ticks);
      view.awaitAll(PATIENCE);
      work.look();
      Set<IntentId> rung = new LinkedHashSet<>();
      while (!ticks.isOver()) {
        long pause = rung.isEmpty() ? ticks.pause() : Math.min(BEHIND_NANOS, ticks.pause());
        IntentId delivered = bell.rings().poll(pause);
        if (delivered != null) {
          rung.add(delivered);
        }
        if (!rung.isEmpty() || work.isLookDue()) {
          // What the view does not hold yet is looked for again.
          rung.removeIf(each -> view.await(each, PATIENCE));
          work.look();
        }
        ticks.beat();
      }
    }
    if (!sink.isGone()) {
      sink.timeout(work.last);
    }
  }

  /** What one listener was told, and when to look for more. */
  private final class Worklist {
    private final String agent;
    private final Sink sink;
    private final Window.Ticks ticks;
    private long last;
    private long lookAt;

    Worklist(String agent, long since, Sink sink, Window.Ticks ticks) {
      this.agent = agent;
      this.last = since;
      this.sink = sink;
      this.ticks = ticks;
    }

    boolean isLookDue() {
      return System.nanoTime() - lookAt >= 0;
    }

    /**
     * Tells nothing while the database is away: an agent whose stream breaks off asks again at
     * once, or ends, and both are worse than a pause.
     */
    void look() throws IOException {
      Duration pause = LOOK_AGAIN;
      try {
        tell();
      } catch (IllegalStateException e) {
        LOG.warn("an agent's stream pauses, because the view cannot be read", e);
        pause = TRY_AGAIN;
      }
      lookAt = System.nanoTime() + pause.toNanos();
    }

    private void tell() throws IOException {
      List<Delivered> portion;
      do {
        portion = reads.deliveries(agent, last, PORTION);
        for (Delivered each : portion) {
          sink.event(each.seq(), "intent.delivered", AxpJson.line(frame(each)));
          last = each.seq();
          ticks.told();
        }
      } while (portion.size() == PORTION && !sink.isGone());
    }
  }

  private static ObjectNode frame(Delivered each) {
    ObjectNode json = ContractJson.MAPPER.createObjectNode();
    json.put("intent_id", each.intent().toString());
    json.put("seq", each.seq());
    json.put("event_type", "intent.delivered");
    json.put("status", "DELIVERED");
    json.put("lifecycle_status", "DELIVERED");
    json.put("at", each.at().toString());
    json.put("handler", each.agent());
    json.put("step_id", each.step());
    json.set("pending_with", PendingWith.agent(each.agent()).json());
    json.putObject("details")
        .put("step_id", each.step())
        .put("delivery_attempt", Integer.toString(each.attempt()));
    return json;
  }
}
