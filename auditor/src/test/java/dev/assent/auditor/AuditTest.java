package dev.assent.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AuditTest {

  @Test
  void shouldGoOnAfterACheckThatBreaks() {
    // given
    Audit audit =
        new Audit(List.of(check("breaks", () -> broken("no database")), check("looks", () -> {})));

    // when
    Report report = audit.run(step -> {});

    // then
    assertThat(report.isClean()).isFalse();
    assertThat(report.checks()).extracting(CheckReport::check).containsExactly("breaks", "looks");
    assertThat(report.checks().getFirst().broken()).isEqualTo("no database");
    assertThat(report.checks().getLast().broken()).isNull();
  }

  private static void broken(String reason) {
    throw new IllegalStateException(reason);
  }

  private static Check check(String name, Runnable look) {
    Findings findings = new Findings(name, 1);
    return new Check() {
      @Override
      public Findings findings() {
        return findings;
      }

      @Override
      public void look(Steps steps) {
        look.run();
      }
    };
  }
}
