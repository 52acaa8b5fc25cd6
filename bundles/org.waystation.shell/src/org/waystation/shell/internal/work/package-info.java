/** Background work and how the status bar shows it. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.internal.work;
