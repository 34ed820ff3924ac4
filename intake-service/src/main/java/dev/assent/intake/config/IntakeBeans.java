package dev.assent.intake.config;

import dev.assent.access.Directory;
import dev.assent.access.Signer;
import dev.assent.edge.AssentConfig;
import dev.assent.eventlog.ask.LogEdge;
import dev.assent.eventlog.kafka.Topics;
import dev.assent.eventlog.tail.Tail;
import dev.assent.intake.command.SubmissionDoor;
import dev.assent.intake.domain.SubmissionParser;
import dev.assent.intake.kafka.Seals;
import dev.assent.intake.postgres.PostgresReads;
import dev.assent.intake.query.AgentBells;
import dev.assent.intake.query.DeliveryFeed;
import dev.assent.intake.query.EventFeed;
import dev.assent.intake.query.Freshness;
import dev.assent.intake.query.IntentReads;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import javax.sql.DataSource;

/** The plain parts of intake as beans. */
@Singleton
public class IntakeBeans {

  @Produces
  @Singleton
  SubmissionParser submissionParser(Directory directory) {
    return new SubmissionParser(directory);
  }

  @Produces
  @Singleton
  SubmissionDoor submissionDoor(
      LogEdge log,
      Topics topics,
      SubmissionParser parser,
      Signer signer,
      AssentConfig config,
      InstantSource clock) {
    return new SubmissionDoor(
        input -> log.ask(input, config.answerTimeout()),
        topics,
        parser,
        new Seals(signer::sign),
        clock);
  }

  @Produces
  @Singleton
  IntentReads intentReads(DataSource database) {
    return new PostgresReads(database);
  }

  @Produces
  @Singleton
  AgentBells agentBells() {
    return new AgentBells();
  }

  @Produces
  @Singleton
  EventFeed eventFeed(IntentReads reads, Freshness view, Tail tail) {
    return new EventFeed(reads, view, tail::follow);
  }

  @Produces
  @Singleton
  DeliveryFeed deliveryFeed(IntentReads reads, Freshness view, AgentBells bells) {
    return new DeliveryFeed(reads, view, bells);
  }
}
