/** The HTTP API of people and of agents who wait for them. */
@NullMarked
package dev.assent.approval.http;

import org.jspecify.annotations.NullMarked;
