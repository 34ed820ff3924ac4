/** Tests of the package of the same name. */
package dev.assent.edge.http;
