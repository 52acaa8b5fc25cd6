/** The terminal: JediTerm's emulation behind a guard, on a canvas of our own. */
@org.jspecify.annotations.NullMarked
package org.waystation.sessions.ui.internal.terminal;
