package dev.assent.contract.json;

import dev.assent.contract.log.Checkpoint;

/** The names and versions of what is written to {@code checkpoints}. */
public final class LogTypes {

  public static final TypeTable<Record> TABLE =
      new TypeTable<Record>().with(Checkpoint.class, "log.checkpoint", 1);

  private LogTypes() {}
}
