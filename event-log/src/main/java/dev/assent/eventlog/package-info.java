/** The event log: append, decide in batches, follow, replay. It knows no business word. */
@NullMarked
package dev.assent.eventlog;

import org.jspecify.annotations.NullMarked;
