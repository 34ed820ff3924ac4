/** What is handed to the log, and what is read from it. */
@NullMarked
package dev.assent.eventlog.append;

import org.jspecify.annotations.NullMarked;
