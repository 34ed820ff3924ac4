package dev.assent.testbackends;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/** The engine that containers run on, and what they are made from. */
final class Docker {

  private Docker() {}

  /**
   * The image for this part.
   *
   * @throws IllegalStateException if no engine answers
   */
  static DockerImageName image(Images image) {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new IllegalStateException(
          "Expected a Docker engine for -Dassent.backends=testcontainers, but none answers at %s. Start it, or name it in DOCKER_HOST, or leave the option out: tests then run on an embedded broker and database."
              .formatted(System.getenv().getOrDefault("DOCKER_HOST", "the usual places")));
    }
    return DockerImageName.parse(image.name());
  }

  /** Where published ports are reached. */
  static String host() {
    return DockerClientFactory.instance().dockerHostIpAddress();
  }

  /** What is pinned, and the property that names something else. */
  record Images(String property, String pinned) {

    static final Images KAFKA = new Images("assent.images.kafka", "apache/kafka:4.1.1");
    static final Images POSTGRES = new Images("assent.images.postgres", "postgres:17");

    String name() {
      return System.getProperty(property, pinned);
    }
  }
}
