package dev.assent.notifier.page;

import jakarta.mail.internet.MimeMessage;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last mails that were caught, in memory: the oldest goes when there are too many. */
public final class CaughtMails {

  private final Deque<CaughtMail> newestFirst = new ArrayDeque<>();
  private final InstantSource clock;
  private final int keep;
  private long last;

  public CaughtMails(InstantSource clock, int keep) {
    this.clock = clock;
    this.keep = keep;
  }

  synchronized void add(String to, MimeMessage message) {
    newestFirst.addFirst(CaughtMail.of(++last, clock.instant(), to, message));
    if (newestFirst.size() > keep) {
      newestFirst.removeLast();
    }
  }

  public synchronized List<CaughtMail> newestFirst() {
    return List.copyOf(newestFirst);
  }

  public synchronized Optional<CaughtMail> find(long id) {
    return newestFirst.stream().filter(mail -> mail.id() == id).findFirst();
  }

  public int keep() {
    return keep;
  }
}
