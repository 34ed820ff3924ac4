/** Who is told what, as data. */
@NullMarked
package dev.assent.contract.notification;

import org.jspecify.annotations.NullMarked;
