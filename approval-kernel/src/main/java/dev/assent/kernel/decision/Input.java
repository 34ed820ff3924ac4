package dev.assent.kernel.decision;

import dev.assent.contract.signal.Signal;
import java.time.Instant;

/**
 * What is to be decided on.
 *
 * @param id the input's own id: the cause of all that follows
 * @param at when it is decided; the kernel's only clock
 */
public record Input(String id, Instant at, Signal signal) {}
