package dev.assent.edge;

import dev.assent.eventlog.ask.LogEdge;
import dev.assent.eventlog.kafka.KafkaSettings;
import dev.assent.eventlog.kafka.Topics;
import dev.assent.eventlog.tail.Tail;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** A log that nobody starts: these tests are about the edge alone. */
@Singleton
class QuietLog {

  private final KafkaSettings settings =
      new KafkaSettings("127.0.0.1:1", "test", new Topics("assent."));

  @Produces
  @Singleton
  Tail tail() {
    return new Tail(settings, 1);
  }

  @Produces
  @Singleton
  LogEdge logEdge(Tail tail) {
    return new LogEdge(settings, tail);
  }
}
