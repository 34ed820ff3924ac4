package dev.assent.intake.command;

import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentFailed;
import dev.assent.contract.json.ContractJson;
import org.jspecify.annotations.Nullable;

/** How an intent ended, as JSON: what it gave, or why it failed. */
public record EndView(@Nullable String result, @Nullable String error) {

  static final EndView NONE = new EndView(null, null);

  EndView after(IntentEvent event) {
    if (event instanceof IntentCompleted completed) {
      return new EndView(completed.result() == null ? null : completed.result().toString(), null);
    }
    if (event instanceof IntentFailed failed) {
      return new EndView(null, ContractJson.tree(failed.error()).toString());
    }
    return this;
  }
}
