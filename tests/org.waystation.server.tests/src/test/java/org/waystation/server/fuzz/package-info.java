/** Requests that no client sends. */
@NullMarked
package org.waystation.server.fuzz;

import org.jspecify.annotations.NullMarked;
