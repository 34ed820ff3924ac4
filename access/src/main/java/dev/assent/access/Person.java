package dev.assent.access;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who may be asked to decide.
 *
 * @param id short and stable, such as {@code ada}; what the log knows them by
 * @param name what other people call them; a label, never an identity
 * @param email where mail reaches them, or null
 */
public record Person(String id, String name, @Nullable String email) {}
