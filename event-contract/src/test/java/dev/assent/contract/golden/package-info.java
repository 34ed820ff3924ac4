/** Samples of every record on the wire, and the files that hold them to the byte. */
@NullMarked
package dev.assent.contract.golden;

import org.jspecify.annotations.NullMarked;
