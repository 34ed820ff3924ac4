/** Signs what the log holds. */
@NullMarked
package dev.assent.approval.notary;

import org.jspecify.annotations.NullMarked;
