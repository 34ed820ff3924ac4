package dev.assent.eventlog.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.DisconnectException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaughtUpTest {

  private static final TopicPartition ONE = new TopicPartition("events", 0);
  private static final TopicPartition OTHER = new TopicPartition("events", 1);

  private final Log log = new Log();
  private final CaughtUp caughtUp = new CaughtUp();

  @BeforeEach
  void atTheBeginning() {
    log.assign(List.of(ONE, OTHER));
    log.seek(ONE, 0);
    log.seek(OTHER, 0);
    log.updateEndOffsets(Map.of(ONE, 3L, OTHER, 5L));
  }

  @Test
  void shouldAnswerWhenAllPartitionsHaveComeToTheEndThatThereWasWhenItWasAsked() {
    // given
    CompletableFuture<Void> both = caughtUp.ask(Set.of(ONE, OTHER));
    CompletableFuture<Void> one = caughtUp.ask(Set.of(ONE));
    caughtUp.answer(log);
    log.updateEndOffsets(Map.of(ONE, 30L, OTHER, 50L));

    // when
    log.seek(ONE, 3);
    caughtUp.answer(log);

    // then
    assertThat(one).isDone();
    assertThat(both).isNotDone();
    log.seek(OTHER, 5);
    caughtUp.answer(log);
    assertThat(both).isDone();
    assertThat(log.asked).as("one question for all").containsExactly(Set.of(ONE, OTHER));
  }

  @Test
  void shouldKeepAQuestionWhileTheBrokerIsAwayAndForgetWhatNobodyWaitsFor() {
    // given
    CompletableFuture<Void> patient = caughtUp.ask(Set.of(ONE));
    CompletableFuture<Void> impatient = caughtUp.ask(Set.of(OTHER));
    log.isAway = true;
    assertThatExceptionOfType(DisconnectException.class).isThrownBy(() -> caughtUp.answer(log));

    // when
    impatient.cancel(false);
    log.isAway = false;
    log.seek(ONE, 3);
    caughtUp.answer(log);

    // then
    assertThat(patient).isCompleted();
    assertThat(log.asked).containsExactly(Set.of(ONE));
  }

  /** A log that may be out of reach, and remembers which ends it was asked for. */
  private static final class Log extends MockConsumer<String, byte[]> {

    final List<Set<TopicPartition>> asked = new ArrayList<>();
    boolean isAway;

    Log() {
      super("latest");
    }

    @Override
    public synchronized Map<TopicPartition, Long> endOffsets(
        Collection<TopicPartition> partitions, Duration patience) {
      if (isAway) {
        throw new DisconnectException();
      }
      asked.add(Set.copyOf(partitions));
      return super.endOffsets(partitions, patience);
    }
  }
}
