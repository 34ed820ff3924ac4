package dev.assent.kernel.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.plan.Step;
import dev.assent.kernel.intent.IntentState.Running;
import dev.assent.kernel.intent.KeptAnswer;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an intent gives in the end: the last step's result, and every step's by its id. */
final class Results {

  /**
   * Twice as much still fits a record of the log: the last result stands in the end of an intent
   * twice.
   */
  private static final int LARGEST = 384 * 1024;

  private Results() {}

  /** The refusal of one more result, if it were too much together with those that are kept. */
  static Optional<Refusal> tooMuch(Running state, @Nullable JsonNode more) {
    if (more == null || state.plan().steps().size() == 1) {
      return Optional.empty();
    }
    long size = size(more);
    for (JsonNode result : state.results().values()) {
      size += size(result);
    }
    for (KeptAnswer early : state.early().values()) {
      JsonNode data = early.answer().data();
      size += data == null ? 0 : size(data);
    }
    return size <= LARGEST
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                RefusalCode.TOO_LARGE,
                "Expected at most %d bytes of results from all steps together, but with this one there are %d; keep big data where it is, and send where to find it"
                    .formatted(LARGEST, size)));
  }

  private static int size(JsonNode json) {
    return ContractJson.write(json).length;
  }

  static @Nullable JsonNode of(Running state, Step last) {
    JsonNode result = state.results().get(last.id());
    if (state.plan().steps().size() == 1) {
      return result;
    }
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    if (result != null && result.isObject()) {
      all.setAll((ObjectNode) result);
    }
    ObjectNode steps = all.putObject("steps");
    new TreeMap<>(state.results()).forEach(steps::set);
    return all;
  }
}
