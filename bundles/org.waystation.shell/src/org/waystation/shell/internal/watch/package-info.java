/** Watching over the UI thread. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.internal.watch;
