/** Context actions for the record at hand. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.internal.actions;
