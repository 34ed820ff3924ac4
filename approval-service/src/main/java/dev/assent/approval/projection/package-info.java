/** The rows of the view that follow from events. */
@NullMarked
package dev.assent.approval.projection;

import org.jspecify.annotations.NullMarked;
