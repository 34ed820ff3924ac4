/** Submissions, good and bad, and the sentences that the bad ones earn. */
@NullMarked
package dev.assent.intake.domain;

import org.jspecify.annotations.NullMarked;
