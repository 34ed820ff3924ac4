/** How events read to AXP clients. */
@NullMarked
package dev.assent.contract.axp;

import org.jspecify.annotations.NullMarked;
