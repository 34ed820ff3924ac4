package dev.assent.intake.domain;

import dev.assent.contract.outcome.Refusal;
import java.util.List;

/** What became of reading a submission. */
public sealed interface Parsed {

  /** What is odd, but no reason to refuse; a sentence each. */
  List<String> warnings();

  record Valid(Submission submission, List<String> warnings) implements Parsed {
    public Valid {
      warnings = List.copyOf(warnings);
    }
  }

  /** Refused, with all violations at once. */
  record Invalid(Refusal refusal, List<String> warnings) implements Parsed {
    public Invalid {
      warnings = List.copyOf(warnings);
    }
  }
}
