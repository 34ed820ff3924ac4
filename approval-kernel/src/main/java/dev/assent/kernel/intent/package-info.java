/** The states of an intent, and how events change them. */
@NullMarked
package dev.assent.kernel.intent;

import org.jspecify.annotations.NullMarked;
