/** Notices, and their deliveries to one recipient on one channel. */
@NullMarked
package dev.assent.notifier.domain;

import org.jspecify.annotations.NullMarked;
