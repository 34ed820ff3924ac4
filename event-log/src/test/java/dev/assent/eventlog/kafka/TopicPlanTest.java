package dev.assent.eventlog.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TopicPlanTest {

  @Test
  void shouldAskForTwoOfThreeCopiesUnlessToldOtherwise() {
    // when
    TopicPlan told = new TopicPlan(12, (short) 3, 1);
    TopicPlan three = new TopicPlan(12, (short) 3, null);
    TopicPlan two = new TopicPlan(12, (short) 2, null);
    TopicPlan unsaid = TopicPlan.ofPartitions(12);

    // then
    assertThat(told.minInSync()).isEqualTo(1);
    assertThat(three.minInSync()).isEqualTo(2);
    assertThat(two.minInSync()).isNull();
    assertThat(unsaid.minInSync()).isNull();
  }

  @Test
  void shouldNotAskForMoreCopiesThanThereAre() {
    // then
    assertThatThrownBy(() -> new TopicPlan(12, (short) 2, 3))
        .hasMessageContaining("assent.topics.min-insync-replicas")
        .hasMessageContaining("3 of 2");
  }
}
