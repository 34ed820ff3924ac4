package dev.assent.notifier.kafka;

import dev.assent.kernel.process.Effect.Notify;
import dev.assent.notifier.domain.Recipient;
import java.util.Collection;
import java.util.UUID;

/** Who is told. Not in the log: the directory and the settings of the moment decide it. */
public interface Recipients {

  /**
   * The recipients of a notice, each once.
   *
   * @param notice its id
   */
  Collection<Recipient> of(UUID notice, Notify told);
}
