package dev.assent.cli.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.axp.AxpEvent;
import dev.assent.contract.axp.AxpProgress;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.kernel.Kernel;
import dev.assent.kernel.intent.ImpossibleHistoryException;
import dev.assent.kernel.intent.IntentState;
import java.util.ArrayList;
import java.util.List;

/**
 * An intent's events, with what a check of them found.
 *
 * @param faults empty if the sequences are 1, 2, 3 … without gaps, and the rules lead from each
 *     event to the next
 * @param state where the rules say that the intent stands, as far as they could follow
 */
public record History(List<RecordedEvent> events, List<String> faults, IntentState state) {
  public History {
    events = List.copyOf(events);
    faults = List.copyOf(faults);
  }

  /** Checks events as the log gave them. */
  public static History of(List<RecordedEvent> events) {
    List<String> faults = new ArrayList<>();
    long expected = 1;
    for (RecordedEvent event : events) {
      if (event.sequence() != expected) {
        faults.add(
            "expected sequence %d, but the log has %d".formatted(expected, event.sequence()));
      }
      expected = event.sequence() + 1;
    }
    IntentState state = new IntentState.NotCreated();
    try {
      for (RecordedEvent event : events) {
        state = Kernel.evolve(state, event);
      }
    } catch (ImpossibleHistoryException e) {
      if (faults.isEmpty()) {
        faults.add(String.valueOf(e.getMessage()));
      }
    }
    return new History(events, faults, state);
  }

  public boolean isSound() {
    return faults.isEmpty();
  }

  /** The events in the words of the API. */
  public List<ObjectNode> rendered() {
    List<ObjectNode> rendered = new ArrayList<>();
    AxpProgress progress = AxpProgress.UNDER_WAY;
    for (RecordedEvent event : events) {
      rendered.add(AxpEvent.render(event, progress));
      progress = progress.after(event.event());
    }
    return rendered;
  }

  /** Where the intent stands, in a word. */
  public String standing() {
    return switch (state) {
      case IntentState.NotCreated s -> "not created";
      case IntentState.Created s -> "created";
      case IntentState.Submitted s -> "submitted";
      case IntentState.Running s -> "running, in step " + s.turn().step();
      case IntentState.Ended s -> s.status().name();
    };
  }
}
