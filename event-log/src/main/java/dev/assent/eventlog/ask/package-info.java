/** The edge that hands inputs to the log and waits for what came of them. */
@NullMarked
package dev.assent.eventlog.ask;

import org.jspecify.annotations.NullMarked;
