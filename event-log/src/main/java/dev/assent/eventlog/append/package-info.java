/** What is handed to the log, and the edge that waits for what came of it. */
@NullMarked
package dev.assent.eventlog.append;

import org.jspecify.annotations.NullMarked;
