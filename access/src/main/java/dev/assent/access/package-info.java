/** Who is who: people, groups, agents and their credentials, kept in files and never in the log. */
@NullMarked
package dev.assent.access;

import org.jspecify.annotations.NullMarked;
