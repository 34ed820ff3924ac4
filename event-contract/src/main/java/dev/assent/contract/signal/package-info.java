/**
 * What people, agents, clocks and channels want from an intent: inputs that may be late, doubled or
 * refused.
 */
@NullMarked
package dev.assent.contract.signal;

import org.jspecify.annotations.NullMarked;
