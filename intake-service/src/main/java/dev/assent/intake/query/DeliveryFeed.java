package dev.assent.intake.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.axp.AxpJson;
import dev.assent.contract.axp.PendingWith;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.json.ContractJson;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an agent has to do: one frame for each step put before it, and nothing else. A work queue:
 * agents run their handler for every frame, so what follows a delivery is never sent here.
 */
public final class DeliveryFeed {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** A bell that did not ring costs this much, and not the step. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

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
    long last = since;
    try (AgentBells.Bell bell = bells.listen(agent)) {
      Window.Ticks ticks = window.open(sink);
      view.awaitAll(PATIENCE);
      long looked = System.nanoTime();
      last = send(agent, last, sink, ticks);
      while (!ticks.isOver()) {
        IntentId delivered = bell.rings().poll(ticks.pause(), TimeUnit.NANOSECONDS);
        if (delivered != null) {
          view.await(delivered, PATIENCE);
        }
        if (delivered != null || System.nanoTime() - looked > LOOK_AGAIN.toNanos()) {
          looked = System.nanoTime();
          last = send(agent, last, sink, ticks);
        }
        ticks.beat();
      }
    }
    if (!sink.isGone()) {
      sink.timeout(last);
    }
  }

  private long send(String agent, long since, Sink sink, Window.Ticks ticks) throws IOException {
    long last = since;
    List<Delivered> portion;
    do {
      portion = portion(agent, last);
      for (Delivered each : portion) {
        sink.event(each.seq(), "intent.delivered", AxpJson.line(frame(each)));
        last = each.seq();
        ticks.told();
      }
    } while (portion.size() == PORTION && !sink.isGone());
    return last;
  }

  /**
   * Nothing, while the database is away: an agent whose stream breaks off asks again at once, or
   * ends, and both are worse than a pause.
   */
  private List<Delivered> portion(String agent, long after) {
    try {
      return reads.deliveries(agent, after, PORTION);
    } catch (IllegalStateException e) {
      LOG.warn("an agent's stream pauses, because the view cannot be read", e);
      return List.of();
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
