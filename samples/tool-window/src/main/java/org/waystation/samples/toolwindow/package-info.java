/** A tool window with a button, and a command with a key. */
@org.jspecify.annotations.NullMarked
package org.waystation.samples.toolwindow;
