package dev.assent.system;

import dev.assent.contract.intent.IntentStatus;

/** An answer that a client was given. It must be true for ever. */
sealed interface Told {

  String intent();

  /** Whether the log says the same. */
  boolean isTrueIn(History history);

  /** A submission was accepted. */
  record Accepted(String intent) implements Told {
    @Override
    public boolean isTrueIn(History history) {
      return true;
    }
  }

  /** This person's decision is the one that counts. */
  record Won(String intent, String person, String outcome) implements Told {
    @Override
    public boolean isTrueIn(History history) {
      return history.wasDecided(person, outcome);
    }
  }

  /** This person's decision came too late. */
  record Lost(String intent, String person) implements Told {
    @Override
    public boolean isTrueIn(History history) {
      return !history.wasDecidedBy(person);
    }
  }

  /** Who lost was told who won. */
  record WonBy(String intent, String winner) implements Told {
    @Override
    public boolean isTrueIn(History history) {
      return history.wasDecidedBy(winner);
    }
  }

  /** The sender withdrew it. */
  record Canceled(String intent) implements Told {
    @Override
    public boolean isTrueIn(History history) {
      return history.endedAs(IntentStatus.CANCELED);
    }
  }

  /** It had ended otherwise before the sender could withdraw it. */
  record NotCanceled(String intent) implements Told {
    @Override
    public boolean isTrueIn(History history) {
      return history.hasEnded() && !history.endedAs(IntentStatus.CANCELED);
    }
  }
}
