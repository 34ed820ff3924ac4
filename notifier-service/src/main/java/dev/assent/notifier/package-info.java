/** The voice: who is told what, how, and whether it arrived. */
@NullMarked
package dev.assent.notifier;

import org.jspecify.annotations.NullMarked;
