/** The one JSON mapping of the contract, its table of names, and canonical JSON. */
@NullMarked
package dev.assent.contract.json;

import org.jspecify.annotations.NullMarked;
