package dev.assent.contract.intent;

import dev.assent.contract.plan.Announcement;
import org.jspecify.annotations.Nullable;

/**
 * Work goes on: an agent reported progress, or an announcement went its way.
 *
 * @param announcement what people are to be told, or null
 */
public record IntentInProgress(
    String step, Actor by, @Nullable String note, @Nullable Announcement announcement)
    implements IntentEvent {}
