/** Text for people: what it looks like on a screen, and how people write durations. */
@NullMarked
package dev.assent.cli.terminal;

import org.jspecify.annotations.NullMarked;
