/** What a submission is: reading it strictly, and freezing the plan that follows from it. */
@NullMarked
package dev.assent.intake.domain;

import org.jspecify.annotations.NullMarked;
