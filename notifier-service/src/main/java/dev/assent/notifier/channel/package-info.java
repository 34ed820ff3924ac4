/** Email, webhooks and the console. */
@NullMarked
package dev.assent.notifier.channel;

import org.jspecify.annotations.NullMarked;
