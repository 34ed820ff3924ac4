package dev.assent.intake.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NewestTest {

  @Test
  void shouldForgetTheOldestForWhoIsSlow() throws Exception {
    // given
    Newest<Integer> news = new Newest<>();

    // when
    for (int i = 1; i <= Newest.MOST + 2; i++) {
      news.add(i);
    }

    // then
    for (int i = 3; i <= Newest.MOST + 2; i++) {
      assertThat(news.poll(0)).isEqualTo(i);
    }
    assertThat(news.poll(0)).isNull();
  }
}
