/** The commands, one class each: options in, text or JSON out. */
@NullMarked
package dev.assent.cli.command;

import org.jspecify.annotations.NullMarked;
