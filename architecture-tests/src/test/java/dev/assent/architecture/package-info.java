/** Rules about the code itself: one a class, and the name of the class is the rule. */
@NullMarked
package dev.assent.architecture;

import org.jspecify.annotations.NullMarked;
