/** The settings of this service. */
@NullMarked
package dev.assent.approval.config;

import org.jspecify.annotations.NullMarked;
