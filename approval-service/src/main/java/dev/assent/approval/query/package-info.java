/** What people and agents look up: open tasks, one task, one intent. */
@NullMarked
package dev.assent.approval.query;

import org.jspecify.annotations.NullMarked;
