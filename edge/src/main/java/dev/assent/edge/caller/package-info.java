/** From a request's credentials to its caller. */
@NullMarked
package dev.assent.edge.caller;

import org.jspecify.annotations.NullMarked;
