/** The layout that comes back at the next start. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.internal.layout;
