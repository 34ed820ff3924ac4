/** Hashes, and keys that sign what outlives this installation. */
@NullMarked
package dev.assent.contract.signature;

import org.jspecify.annotations.NullMarked;
