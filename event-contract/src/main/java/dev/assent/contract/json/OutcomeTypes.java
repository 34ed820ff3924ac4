package dev.assent.contract.json;

import dev.assent.contract.outcome.Completion;
import dev.assent.contract.outcome.RefusedInput;

/** The names and versions of what is written to {@code completions} and {@code refusals}. */
public final class OutcomeTypes {

  public static final TypeTable<Record> TABLE =
      new TypeTable<Record>()
          .with(Completion.class, "intent.completion", 1)
          .with(RefusedInput.class, "input.refused", 1);

  private OutcomeTypes() {}
}
