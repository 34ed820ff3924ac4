/** What a partition holds, in one hash that can be signed. */
@NullMarked
package dev.assent.eventlog.checkpoint;

import org.jspecify.annotations.NullMarked;
