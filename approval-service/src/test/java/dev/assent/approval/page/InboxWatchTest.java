package dev.assent.approval.page;

import static dev.assent.approval.page.Samples.ADA;
import static dev.assent.approval.page.Samples.BO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.plan.Assignee;
import dev.assent.eventlog.append.LogRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxWatchTest {

  private final InboxWatch watch = new InboxWatch();
  private final List<String> woken = new ArrayList<>();

  @Test
  void shouldWakeThoseWhoAreMeantOnceEach() throws Exception {
    // given
    watch.follow(ADA, fact -> woken.add("ada"));
    watch.follow(ADA, fact -> woken.add("ada, second page"));
    watch.follow(BO, fact -> woken.add("bo"));

    // when
    watch.saw(assigned(Assignee.person("ada"), Assignee.group("sre")));

    // then
    assertThat(woken).containsExactlyInAnyOrder("ada", "ada, second page");
  }

  @Test
  void shouldWakeEverybodyWhenNobodyIsNamed() {
    // given
    watch.follow(ADA, fact -> woken.add("ada"));
    watch.follow(BO, fact -> woken.add("bo"));

    // when
    watch.saw(fact(new IntentCanceled("no", ADA)));

    // then
    assertThat(woken).containsExactlyInAnyOrder("ada", "bo");
  }

  @Test
  void shouldForgetWhoLeft() throws Exception {
    // given
    AutoCloseable leaving = watch.follow(ADA, fact -> woken.add("left"));
    watch.follow(ADA, fact -> woken.add("stayed"));

    // when
    leaving.close();
    watch.saw(assigned(Assignee.person("ada")));

    // then
    assertThat(woken).containsExactly("stayed");
  }

  private static LogRecord assigned(Assignee... to) {
    return fact(
        new HumanTaskAssigned(
            "s",
            Samples.TASK,
            Samples.spec("t", null, null),
            List.of(to),
            "digest",
            null,
            List.of()));
  }

  static LogRecord fact(IntentEvent event) {
    WireRecord wire =
        EventCodec.encode(
            new RecordedEvent(
                new Envelope(Samples.INTENT, 3, Samples.NOW, "approval", "c", "i", null), event));
    return new LogRecord("events", 0, 0, wire.key(), wire.headers(), wire.value(), 0);
  }
}
