/**
 * The log's events in the words of AXP clients: one rendering for every service that answers them.
 */
@NullMarked
package dev.assent.contract.axp;

import org.jspecify.annotations.NullMarked;
