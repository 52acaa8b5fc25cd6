/** A remote system behind the backend interface. */
@org.jspecify.annotations.NullMarked
package org.waystation.samples.backend;
