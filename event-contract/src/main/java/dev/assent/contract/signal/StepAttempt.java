package dev.assent.contract.signal;

/**
 * One delivery of a step to its agent: what {@code intent.delivered} tells, and a result hands
 * back.
 *
 * @param step the step's id
 * @param attempt 1 for the first delivery, and one more for each that followed a failure
 */
public record StepAttempt(String step, int attempt) {}
