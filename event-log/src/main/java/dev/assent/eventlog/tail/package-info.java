/** Following the log live: waking those who wait for an answer or watch a key. */
@NullMarked
package dev.assent.eventlog.tail;

import org.jspecify.annotations.NullMarked;
