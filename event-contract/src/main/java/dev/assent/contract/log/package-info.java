/** Statements about the log itself. */
@NullMarked
package dev.assent.contract.log;

import org.jspecify.annotations.NullMarked;
