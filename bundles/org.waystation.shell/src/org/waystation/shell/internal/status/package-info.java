/** Items that plug-ins put into the status bar. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.internal.status;
