/** How far a service's view has come. */
@NullMarked
package dev.assent.eventlog.view;

import org.jspecify.annotations.NullMarked;
