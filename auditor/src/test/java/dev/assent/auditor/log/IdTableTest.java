package dev.assent.auditor.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IdTableTest {

  @Test
  void shouldKeepTheLastNumberOfEveryIdWhileItGrows() {
    // given
    IdTable table = new IdTable();

    // when
    for (int i = 1; i <= 50_000; i++) {
      table.put("id-" + i, i);
    }
    table.put("id-7", 70);

    // then
    assertThat(table.size()).isEqualTo(50_000);
    assertThat(table.get("id-7")).isEqualTo(70);
    assertThat(table.get("id-49999")).isEqualTo(49_999);
    assertThat(table.contains("id-50001")).isFalse();
  }

  @Test
  void shouldRefuseTheNumberThatStandsForNothing() {
    assertThatThrownBy(() -> new IdTable().put("id", IdTable.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
