package dev.assent.approval.query;

import dev.assent.contract.axp.AxpProgress;

/**
 * An intent as the decider sees it.
 *
 * @param sequence of the last event that the view holds
 */
public record IntentView(Subject subject, AxpProgress progress, long sequence) {}
