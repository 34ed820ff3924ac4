/**
 * What every service's HTTP edge shares. This package is for the services; the packages below it
 * are wiring that nobody calls.
 */
@NullMarked
package dev.assent.edge;

import org.jspecify.annotations.NullMarked;
