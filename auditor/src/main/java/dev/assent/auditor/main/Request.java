package dev.assent.auditor.main;

import org.jspecify.annotations.Nullable;

/**
 * What the auditor is asked: one JSON document on standard input, because it holds a password and
 * every user of a machine may read arguments.
 *
 * @param jdbcUrl the database of the views; not asked for if neither timers nor views are checked
 * @param timers whether timers are checked
 * @param views whether views are compared
 * @param shown how many findings of each check are told; the rest is counted
 */
public record Request(
    String bootstrapServers,
    String topicsPrefix,
    @Nullable String jdbcUrl,
    @Nullable String user,
    @Nullable String password,
    boolean timers,
    boolean views,
    int shown) {}
