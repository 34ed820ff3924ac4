/**
 * The words on the wire: every event, signal and outcome of an intent, and how they are written.
 */
@NullMarked
package dev.assent.contract;

import org.jspecify.annotations.NullMarked;
