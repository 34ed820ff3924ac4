/** The decider: signals and facts of one partition, through the kernel, into the log. */
@NullMarked
package dev.assent.approval.process;

import org.jspecify.annotations.NullMarked;
