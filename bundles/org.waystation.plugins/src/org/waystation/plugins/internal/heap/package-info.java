/** Reads a dump of the heap as far as it takes to say who holds an object. */
@org.jspecify.annotations.NullMarked
package org.waystation.plugins.internal.heap;
