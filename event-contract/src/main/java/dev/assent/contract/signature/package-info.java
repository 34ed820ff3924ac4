/** Keys that sign what outlives this installation, and what checks it without us. */
@NullMarked
package dev.assent.contract.signature;

import org.jspecify.annotations.NullMarked;
