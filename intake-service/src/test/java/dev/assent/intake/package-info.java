/** What the tests of intake-service share. */
@NullMarked
package dev.assent.intake;

import org.jspecify.annotations.NullMarked;
