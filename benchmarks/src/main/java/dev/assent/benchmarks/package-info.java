/** Load drivers that measure a running Assent from outside. */
@NullMarked
package dev.assent.benchmarks;

import org.jspecify.annotations.NullMarked;
