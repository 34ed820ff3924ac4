package dev.assent.approval.query;

import dev.assent.contract.intent.IntentStatus;

/**
 * An intent as the decider sees it.
 *
 * @param sequence of the last event that the view holds
 */
public record IntentView(Subject subject, IntentStatus status, long sequence) {}
