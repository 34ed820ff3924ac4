/** What clients want, as signals: read from requests, sent, and answered from what came back. */
@NullMarked
package dev.assent.approval.command;

import org.jspecify.annotations.NullMarked;
