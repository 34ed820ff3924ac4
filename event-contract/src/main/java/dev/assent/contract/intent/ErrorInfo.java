package dev.assent.contract.intent;

/**
 * Why an intent failed.
 *
 * @param code stable, for programs: {@code human_rejected}, {@code step_timeout}, {@code
 *     agent_failed}
 * @param message a sentence, for people
 */
public record ErrorInfo(String code, String message) {}
