/** Tests of what services use, and of a running edge without a log. */
package dev.assent.edge;
