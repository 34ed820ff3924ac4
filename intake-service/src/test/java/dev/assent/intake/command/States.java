package dev.assent.intake.command;

import dev.assent.contract.envelope.RecordedEvent;
import java.util.List;

/** States for tests of other packages. */
public final class States {

  private States() {}

  /** The state after these events. */
  public static IntakeState after(List<RecordedEvent> events) {
    IntakeState state = IntakeState.UNBORN;
    for (RecordedEvent event : events) {
      state = state.after(event);
    }
    return state;
  }
}
