/** One class a check of the log. */
@NullMarked
package dev.assent.auditor.check;

import org.jspecify.annotations.NullMarked;
