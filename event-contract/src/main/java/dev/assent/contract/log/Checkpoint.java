package dev.assent.contract.log;

import java.time.Instant;

/**
 * A signed statement of what one partition of the log holds before an offset. Whoever has it and
 * the public key can tell whether an event before that offset was changed, removed, added or moved.
 *
 * @param partition of {@code events}
 * @param nextOffset the offset behind the last event that is counted
 * @param events how many committed events stand before that offset
 * @param headDigest the running hash over them, in the order of the log: it begins with 32 zero
 *     bytes, and each event makes it the SHA-256 of itself followed by the event's hash
 * @param at when it was signed
 * @param keyDigest which key signed it: SHA-256 of the public key's DER form (SubjectPublicKeyInfo)
 * @param signature Ed25519 over the canonical JSON (RFC 8785) of all the other fields, as base64url
 *     without padding
 */
public record Checkpoint(
    int partition,
    long nextOffset,
    long events,
    String headDigest,
    Instant at,
    String keyDigest,
    String signature) {}
