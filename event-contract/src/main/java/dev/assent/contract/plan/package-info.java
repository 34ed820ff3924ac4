/**
 * What was agreed when the intent was submitted: its steps and approval policies, frozen into the
 * log.
 */
@NullMarked
package dev.assent.contract.plan;

import org.jspecify.annotations.NullMarked;
