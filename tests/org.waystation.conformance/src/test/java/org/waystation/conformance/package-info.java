/** The suite against the reference server, and against servers that are broken on purpose. */
@NullMarked
package org.waystation.conformance;

import org.jspecify.annotations.NullMarked;
