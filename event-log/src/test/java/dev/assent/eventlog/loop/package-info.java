/** The loops on a real broker and a real database. */
@NullMarked
package dev.assent.eventlog.loop;

import org.jspecify.annotations.NullMarked;
