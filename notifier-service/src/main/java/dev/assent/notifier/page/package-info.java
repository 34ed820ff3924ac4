/** The mail catcher for development, and its pages. */
@NullMarked
package dev.assent.notifier.page;

import org.jspecify.annotations.NullMarked;
