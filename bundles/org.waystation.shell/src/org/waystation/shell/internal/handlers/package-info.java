/** Handlers of the shell's commands. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.internal.handlers;
