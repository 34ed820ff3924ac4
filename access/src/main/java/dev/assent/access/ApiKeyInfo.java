package dev.assent.access;

import java.time.Instant;

/** A key as operators see it. */
public record ApiKeyInfo(String address, String keyId, Instant createdAt) {}
