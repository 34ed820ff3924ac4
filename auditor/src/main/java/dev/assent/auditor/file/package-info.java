/** The log in one file, which can be checked without a broker. */
@NullMarked
package dev.assent.auditor.file;

import org.jspecify.annotations.NullMarked;
