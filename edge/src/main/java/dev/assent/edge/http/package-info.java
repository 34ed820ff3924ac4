/** Headers, limits and health of every answer. */
@NullMarked
package dev.assent.edge.http;

import org.jspecify.annotations.NullMarked;
