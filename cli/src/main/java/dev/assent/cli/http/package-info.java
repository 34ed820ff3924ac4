/** The server as the command line sees it: requests, problems, event streams, credentials. */
@NullMarked
package dev.assent.cli.http;

import org.jspecify.annotations.NullMarked;
