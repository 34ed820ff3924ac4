/** Identifiers, random or derived by name. */
@NullMarked
package dev.assent.contract.id;

import org.jspecify.annotations.NullMarked;
