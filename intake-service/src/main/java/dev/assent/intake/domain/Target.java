package dev.assent.intake.domain;

import dev.assent.access.AgentAddress;
import dev.assent.contract.axp.PendingWith;
import java.util.Optional;

/** To whom an intent or a step is addressed. */
public sealed interface Target {

  String SCHEME = "agent://";

  /** The platform itself, under the address that AXP clients use. */
  String PLATFORM_ADDRESS = SCHEME + PendingWith.PLATFORM;

  /** Assent itself: it asks people, or waits for the sender to go on. */
  record Platform() implements Target {}

  /** People, without saying which. */
  record People() implements Target {}

  record Agent(String address) implements Target {}

  /**
   * Reads an address, a bare name, {@code human} or {@code agent_core}. A bare name is looked for
   * where the sender is: {@code validator} sent by {@code agent://acme/prod/planner} is {@code
   * agent://acme/prod/validator}.
   *
   * @return empty if it is none of these
   */
  static Optional<Target> read(String text, String sender) {
    String address = text.startsWith(SCHEME) ? text : beside(sender) + text;
    if (!AgentAddress.isValid(address)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (address.substring(address.lastIndexOf('/') + 1)) {
          case PendingWith.PLATFORM -> new Platform();
          case "human" -> new People();
          default -> new Agent(address);
        });
  }

  private static String beside(String sender) {
    return sender.startsWith(SCHEME) && AgentAddress.isValid(sender)
        ? sender.substring(0, sender.lastIndexOf('/') + 1)
        : SCHEME;
  }
}
