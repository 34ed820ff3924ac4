/** Tests of the package of the same name, with a real broker. */
package dev.assent.edge.log;
