package dev.assent.approval.process;

import dev.assent.contract.intent.DeliveryFailed;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentNotified;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ids of the inputs of an intent that were accepted last, as the events name them: a repetition
 * is answered, not decided again. What was refused changed nothing, and is judged anew.
 *
 * <p>Receipts are counted apart. A notice to a large group brings so many at once that they would
 * push out what people and agents sent a moment before.
 */
public record Answered(List<String> inputs, List<String> receipts) {

  /** Retries come within seconds; an intent that has moved on so far refuses them by its state. */
  private static final int REMEMBERED = 16;

  static final Answered NONE = new Answered(List.of(), List.of());

  public Answered {
    inputs = List.copyOf(inputs);
    receipts = List.copyOf(receipts);
  }

  /** After an event that this input caused; it may be one of several. */
  Answered with(String input, IntentEvent event) {
    if (contains(input)) {
      return this;
    }
    return event instanceof IntentNotified || event instanceof DeliveryFailed
        ? new Answered(inputs, last(receipts, input))
        : new Answered(last(inputs, input), receipts);
  }

  boolean contains(String input) {
    return inputs.contains(input) || receipts.contains(input);
  }

  /** The input that came under the same key and asked for something else, if there is one. */
  Optional<String> contradicting(String input) {
    return RequestId.parse(input)
        .flatMap(
            now ->
                inputs.stream()
                    .filter(
                        earlier -> RequestId.parse(earlier).filter(now::contradicts).isPresent())
                    .findFirst());
  }

  private static List<String> last(List<String> ids, String id) {
    List<String> all = new ArrayList<>(ids);
    all.add(id);
    return all.subList(Math.max(0, all.size() - REMEMBERED), all.size());
  }
}
