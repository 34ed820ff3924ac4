package dev.assent.eventlog.kafka;

import java.util.List;

/**
 * The names of the topics.
 *
 * @param prefix what they start with, such as {@code assent.}
 */
public record Topics(String prefix) {

  public String intents() {
    return prefix + "intents";
  }

  public String signals() {
    return prefix + "signals";
  }

  public String events() {
    return prefix + "events";
  }

  public String completions() {
    return prefix + "completions";
  }

  public String refusals() {
    return prefix + "refusals";
  }

  public String checkpoints() {
    return prefix + "checkpoints";
  }

  public List<String> all() {
    return List.of(intents(), signals(), events(), completions(), refusals(), checkpoints());
  }

  /** The consumer group of the loops of a service. */
  public String group(String service) {
    return prefix + service;
  }
}
