/** An installation in one data folder: its two processes, their ports, pids and logs. */
@NullMarked
package dev.assent.cli.local;

import org.jspecify.annotations.NullMarked;
