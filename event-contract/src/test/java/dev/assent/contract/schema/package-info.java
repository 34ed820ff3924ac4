/**
 * JSON Schemas and the AsyncAPI document, made from the records, their tables and their Javadoc.
 */
@NullMarked
package dev.assent.contract.schema;

import org.jspecify.annotations.NullMarked;
