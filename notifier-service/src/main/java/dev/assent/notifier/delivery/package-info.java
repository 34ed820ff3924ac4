/** One delivery at a time: claimed, sent, tried again or given up, and reported to the log. */
@NullMarked
package dev.assent.notifier.delivery;

import org.jspecify.annotations.NullMarked;
