/** The place in an editor where the panels of plug-ins stand. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.internal.panels;
