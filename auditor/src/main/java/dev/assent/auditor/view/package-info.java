/** The views as they are, and as the log says that they should be. */
@NullMarked
package dev.assent.auditor.view;

import org.jspecify.annotations.NullMarked;
