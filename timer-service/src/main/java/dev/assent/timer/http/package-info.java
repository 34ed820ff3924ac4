/** What operators ask the clock. */
@NullMarked
package dev.assent.timer.http;

import org.jspecify.annotations.NullMarked;
