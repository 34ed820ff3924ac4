/** Tests of who is who; a folder in a temporary directory, a clock that only they move. */
package dev.assent.access;
