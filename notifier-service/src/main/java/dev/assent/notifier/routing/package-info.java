/** Who is told on which channel. Knows nothing of how a channel works. */
@NullMarked
package dev.assent.notifier.routing;

import org.jspecify.annotations.NullMarked;
