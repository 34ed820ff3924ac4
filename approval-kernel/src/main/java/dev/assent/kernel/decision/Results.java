package dev.assent.kernel.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.plan.Step;
import dev.assent.kernel.intent.IntentState.Running;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an intent gives in the end: the last step's result, and every step's by its id. */
final class Results {

  private Results() {}

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
