/** Panels that plug-ins put into the editors of others. */
@org.jspecify.annotations.NullMarked
package org.waystation.shell.panel;
