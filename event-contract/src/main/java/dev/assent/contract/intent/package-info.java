/** The facts of an intent's life, in past tense: what was decided, never what somebody wants. */
@NullMarked
package dev.assent.contract.intent;

import org.jspecify.annotations.NullMarked;
