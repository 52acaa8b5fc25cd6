/** Watching over the UI thread, for those who want to know when it did not answer. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.watch;
