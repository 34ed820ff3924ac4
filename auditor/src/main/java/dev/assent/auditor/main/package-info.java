/** The auditor as a process: what it is asked, and how it answers. */
@NullMarked
package dev.assent.auditor.main;

import org.jspecify.annotations.NullMarked;
