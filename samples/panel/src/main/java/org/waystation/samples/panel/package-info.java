/** A panel inside the editor of a ticket. */
@org.jspecify.annotations.NullMarked
package org.waystation.samples.panel;
