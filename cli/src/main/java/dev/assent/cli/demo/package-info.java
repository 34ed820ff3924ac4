/** The worked case, played with a bundled agent. */
@NullMarked
package dev.assent.cli.demo;

import org.jspecify.annotations.NullMarked;
