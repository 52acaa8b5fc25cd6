/** Makes tickets from a text file, a line for each. */
@org.jspecify.annotations.NullMarked
package org.waystation.samples.importer;
