package dev.assent.testbackends;

import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * A server that can be killed or paused and comes back with its data, where its clients left it:
 * Docker would publish another port after each start, and Kafka tells clients its own address.
 */
abstract class LastingContainer extends GenericContainer<LastingContainer> {

  static final Duration PATIENCE = Duration.ofSeconds(90);

  private final int port = FreePorts.next();

  LastingContainer(DockerImageName image, int innerPort) {
    super(image);
    addFixedExposedPort(port, innerPort);
    waitingFor(
        new AbstractWaitStrategy() {
          @Override
          protected void waitUntilReady() {
            awaitReady();
          }
        });
  }

  /** Returns when clients are served; throws when they are not within {@link #PATIENCE}. */
  abstract void awaitReady();

  /** The one on this side. */
  final int port() {
    return port;
  }

  /** SIGKILL: nothing is flushed and nobody is told. */
  final void kill() {
    getDockerClient().killContainerCmd(getContainerId()).withSignal("KILL").exec();
    getDockerClient().waitContainerCmd(getContainerId()).start().awaitStatusCode();
  }

  final void startAgain() {
    getDockerClient().startContainerCmd(getContainerId()).exec();
    awaitReady();
  }

  final void pause() {
    getDockerClient().pauseContainerCmd(getContainerId()).exec();
  }

  final void resume() {
    getDockerClient().unpauseContainerCmd(getContainerId()).exec();
  }

  final IllegalStateException notReady(String what, Throwable cause) {
    return new IllegalStateException(
        "Expected %s from %s within %s, but: %s. The container says:%n%s"
            .formatted(what, getDockerImageName(), PATIENCE, cause, getLogs()),
        cause);
  }
}
