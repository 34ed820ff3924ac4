package dev.assent.contract.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People are told something; nobody has to answer. On the wire its kind is {@code notification}.
 */
public record Announcement(
    String id, List<Assignee> recipients, String subject, String body, @Nullable String onSuccess)
    implements Step {

  public Announcement {
    recipients = List.copyOf(recipients);
  }
}
