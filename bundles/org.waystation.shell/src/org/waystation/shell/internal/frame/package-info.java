/** The window: strips, stripes, tool windows and the layout between them. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.internal.frame;
