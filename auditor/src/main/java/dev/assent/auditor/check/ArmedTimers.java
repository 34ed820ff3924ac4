package dev.assent.auditor.check;

import dev.assent.auditor.log.Part;
import java.util.function.Consumer;

/** The timers that are armed, as the view of the clock holds them at one moment. */
public interface ArmedTimers {

  /** The offset of the first event of this partition that the view has not seen. */
  long position(int partition);

  /** Hands over the timers of this partition's intents. */
  void read(Part part, Consumer<ArmedTimer> to);
}
