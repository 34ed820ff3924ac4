/** What an intent ended with, and what was refused, as others read it. */
@NullMarked
package dev.assent.contract.outcome;

import org.jspecify.annotations.NullMarked;
