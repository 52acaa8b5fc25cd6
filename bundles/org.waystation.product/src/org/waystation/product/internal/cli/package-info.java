/** Tools of the command line, which run without a window and without OSGi. */
@org.jspecify.annotations.NullMarked
package org.waystation.product.internal.cli;
