/** The web pages: inbox, task, confirmation, sign-in. */
@NullMarked
package dev.assent.approval.page;

import org.jspecify.annotations.NullMarked;
