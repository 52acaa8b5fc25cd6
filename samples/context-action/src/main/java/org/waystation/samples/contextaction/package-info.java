/** Something that can be done with a ticket (Alt+Enter). */
@org.jspecify.annotations.NullMarked
package org.waystation.samples.contextaction;
