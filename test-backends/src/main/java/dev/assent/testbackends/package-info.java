/**
 * The broker and the database that integration tests run on, chosen in one place: embedded ones, or
 * containers with {@code -Dassent.backends=testcontainers}. No program depends on this.
 */
@NullMarked
package dev.assent.testbackends;

import org.jspecify.annotations.NullMarked;
