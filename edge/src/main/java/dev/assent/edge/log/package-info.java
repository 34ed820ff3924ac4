/** The log and the directory as beans, started and stopped in order. */
@NullMarked
package dev.assent.edge.log;

import org.jspecify.annotations.NullMarked;
