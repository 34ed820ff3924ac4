/** An audit: checks that look at an installation, and what they report. */
@NullMarked
package dev.assent.auditor;

import org.jspecify.annotations.NullMarked;
