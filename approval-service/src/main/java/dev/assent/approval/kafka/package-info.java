/** How the decider is wired to the log. */
@NullMarked
package dev.assent.approval.kafka;

import org.jspecify.annotations.NullMarked;
