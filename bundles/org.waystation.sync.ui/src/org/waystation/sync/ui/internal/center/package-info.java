/** The tool window: how things stand with the server, what waits, and what is held here. */
@org.jspecify.annotations.NullMarked
package org.waystation.sync.ui.internal.center;
