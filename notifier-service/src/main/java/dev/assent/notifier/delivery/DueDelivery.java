package dev.assent.notifier.delivery;

import dev.assent.notifier.domain.Notice;
import dev.assent.notifier.domain.Subject;
import java.util.UUID;

/**
 * A delivery that somebody works on.
 *
 * @param recipient a person's id, a webhook's name, or {@code console}
 * @param attempt which one this is, from 1
 */
public record DueDelivery(UUID id, String recipient, int attempt, Notice notice, Subject subject) {}
