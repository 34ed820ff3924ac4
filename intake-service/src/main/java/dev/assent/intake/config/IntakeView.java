package dev.assent.intake.config;

import dev.assent.access.Directory;
import dev.assent.access.Group;
import dev.assent.access.Person;
import dev.assent.contract.plan.Assignee;
import dev.assent.eventlog.kafka.Topics;
import dev.assent.eventlog.loop.Rebuild;
import dev.assent.eventlog.view.Projection;
import dev.assent.eventlog.view.ViewDefinition;
import dev.assent.intake.command.IntakeProcessor;
import dev.assent.intake.command.Rekeying;
import dev.assent.intake.domain.SubmissionParser;
import dev.assent.intake.kafka.Inbox;
import dev.assent.intake.kafka.Seals;
import dev.assent.intake.postgres.IntakeTables;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The view of intake. */
public final class IntakeView {

  /** Frames of agents' streams are numbered anew, higher, in each life. */
  public static final ViewDefinition DEFINITION =
      new ViewDefinition(IntakeLoops.SERVICE, IntakeView.class, Set.of("agent_deliveries.seq"));

  private IntakeView() {}

  /** Writes the rows, and reads no submission: so it needs neither people nor keys. */
  public static Projection rebuild(Topics topics, int partitions) {
    Seals none =
        new Seals(
            (purpose, text) -> {
              throw new IllegalStateException("a rebuild signs nothing");
            });
    return new Rebuild<>(
        new IntakeProcessor(
            topics,
            new Inbox(none),
            new SubmissionParser(new Nobody()),
            new IntakeTables(),
            new Rekeying(none, partitions),
            InstantSource.system(),
            outcome -> {}),
        topics.events());
  }

  private static final class Nobody implements Directory {

    @Override
    public Optional<Person> person(String id) {
      return Optional.empty();
    }

    @Override
    public Optional<Person> byEmail(String email) {
      return Optional.empty();
    }

    @Override
    public List<Person> people() {
      return List.of();
    }

    @Override
    public List<Group> groups() {
      return List.of();
    }

    @Override
    public List<String> groupsOf(String personId) {
      return List.of();
    }

    @Override
    public List<String> membersOf(String groupId) {
      return List.of();
    }

    @Override
    public boolean knows(Assignee assignee) {
      return false;
    }
  }
}
