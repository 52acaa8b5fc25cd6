/** Requests that no client sends, made from the document by a seed. */
@NullMarked
package org.waystation.conformance.fuzz;

import org.jspecify.annotations.NullMarked;
