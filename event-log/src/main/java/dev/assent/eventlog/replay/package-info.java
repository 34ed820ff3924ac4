/** Reading the log from its beginning. */
@NullMarked
package dev.assent.eventlog.replay;

import org.jspecify.annotations.NullMarked;
