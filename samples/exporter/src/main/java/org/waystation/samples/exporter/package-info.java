/** Writes records to a file. */
@org.jspecify.annotations.NullMarked
package org.waystation.samples.exporter;
