/**
 * The log as an auditor reads it: as it stood at one moment, in passes that several checks share.
 */
@NullMarked
package dev.assent.auditor.log;

import org.jspecify.annotations.NullMarked;
