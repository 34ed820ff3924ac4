package dev.assent.notifier.channel;

import dev.assent.contract.plan.Assignee;
import dev.assent.notifier.delivery.Channel;
import dev.assent.notifier.delivery.DueDelivery;
import dev.assent.notifier.delivery.Outcome;
import dev.assent.notifier.domain.Lane;
import dev.assent.notifier.domain.Notice;
import dev.assent.notifier.domain.Texts;
import java.io.PrintStream;
import java.time.Duration;
import java.util.stream.Collectors;

/** One readable line for each notice: who, what, where. */
public final class ConsoleChannel implements Channel {

  private static final int AT_ONCE = 100;
  private static final int LONGEST_NAMES = 80;

  private final PrintStream out;
  private final Links links;

  public ConsoleChannel(PrintStream out, Links links) {
    this.out = out;
    this.links = links;
  }

  @Override
  public Lane lane() {
    return Lane.CONSOLE;
  }

  @Override
  public int atOnce() {
    return AT_ONCE;
  }

  @Override
  public Duration timeout() {
    return Duration.ZERO;
  }

  @Override
  public Outcome send(DueDelivery delivery) {
    out.println(line(delivery.notice()));
    return new Outcome.Sent();
  }

  private String line(Notice notice) {
    String who = notice.asked().stream().map(Assignee::text).collect(Collectors.joining(", "));
    return "assent | "
        + Texts.oneLine(who, LONGEST_NAMES)
        + " | "
        + Headline.of(notice)
        + " | "
        + links.task(notice.intent());
  }
}
