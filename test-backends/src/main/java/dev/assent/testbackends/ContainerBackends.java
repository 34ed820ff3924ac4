package dev.assent.testbackends;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Both servers in containers: each can be killed, paused, and started again. */
public final class ContainerBackends implements AutoCloseable {

  private final BrokerContainer broker = BrokerContainer.create();
  private final PostgresContainer postgres = PostgresContainer.create();

  private ContainerBackends() {}

  /** Returns when both can be used. */
  public static ContainerBackends start() {
    ContainerBackends both = new ContainerBackends();
    try {
      sideBySide(both.broker::start, both.postgres::start);
    } catch (RuntimeException e) {
      both.close();
      throw e;
    }
    return both;
  }

  BrokerContainer broker() {
    return broker;
  }

  PostgresContainer postgres() {
    return postgres;
  }

  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  public int kafkaPort() {
    return broker.port();
  }

  public int postgresPort() {
    return postgres.port();
  }

  /** How to reach the database, as it stays over all its lives. */
  public TestPostgres database() {
    return TestPostgres.of(postgres);
  }

  /** Kills both at once. */
  public void kill() {
    sideBySide(broker::kill, postgres::kill);
  }

  /** Returns when both can be used again. */
  public void startAgain() {
    sideBySide(broker::startAgain, postgres::startAgain);
  }

  /** Not one instruction of the broker runs until it is resumed; its connections stay open. */
  public void pauseBroker() {
    broker.pause();
  }

  public void resumeBroker() {
    broker.resume();
  }

  /** Kills the database and starts it again. */
  public void killDatabase() {
    postgres.kill();
    postgres.startAgain();
  }

  @Override
  public void close() {
    sideBySide(broker::close, postgres::close);
  }

  private static void sideBySide(Runnable first, Runnable second) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture.allOf(
              CompletableFuture.runAsync(first, threads),
              CompletableFuture.runAsync(second, threads))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException reason ? reason : e;
    }
  }
}
