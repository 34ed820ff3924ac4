/** The writer loop: one owner, one batch, one transaction. */
@NullMarked
package dev.assent.eventlog.loop;

import org.jspecify.annotations.NullMarked;
