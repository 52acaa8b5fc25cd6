/** Requests that no client sends, at the reference server. */
@NullMarked
package org.waystation.conformance.fuzz;

import org.jspecify.annotations.NullMarked;
