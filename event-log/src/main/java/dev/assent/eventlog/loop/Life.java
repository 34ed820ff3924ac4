package dev.assent.eventlog.loop;

import dev.assent.eventlog.postgres.LoopConnection;
import java.sql.SQLException;

/** One life of a loop, from joining its group to its first fault or its stop. */
sealed interface Life extends AutoCloseable {

  void open();

  void turn() throws SQLException;

  /** Whether the view of what it owns has caught up. */
  boolean isRecovered();

  void wakeup();

  @Override
  void close();

  /** The life of a loop that decides. */
  record Writer(WriterLoop<?, ?> loop, LoopConnection database) implements Life {

    @Override
    public void open() {
      loop.open();
    }

    @Override
    public void turn() throws SQLException {
      loop.turn();
    }

    @Override
    public boolean isRecovered() {
      return loop.isRecovered();
    }

    @Override
    public void wakeup() {
      loop.wakeup();
    }

    @Override
    public void close() {
      loop.close();
      database.close();
    }
  }

  /** The life of a loop that follows. */
  record Follower(ProjectionLoop loop, LoopConnection database) implements Life {

    @Override
    public void open() {
      loop.open();
    }

    @Override
    public void turn() throws SQLException {
      loop.turn();
    }

    @Override
    public boolean isRecovered() {
      return loop.isRecovered();
    }

    @Override
    public void wakeup() {
      loop.wakeup();
    }

    @Override
    public void close() {
      loop.close();
      database.close();
    }
  }

  /** The life of the loop that signs. */
  record Signing(NotaryLoop loop) implements Life {

    @Override
    public void open() {
      loop.open();
    }

    @Override
    public void turn() {
      loop.turn();
    }

    @Override
    public boolean isRecovered() {
      return loop.isRecovered();
    }

    @Override
    public void wakeup() {
      loop.wakeup();
    }

    @Override
    public void close() {
      loop.close();
    }
  }
}
