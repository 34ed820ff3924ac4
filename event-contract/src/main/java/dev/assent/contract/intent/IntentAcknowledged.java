package dev.assent.contract.intent;

/** The agent said that it has the step. */
public record IntentAcknowledged(String step, Actor by) implements IntentEvent {}
