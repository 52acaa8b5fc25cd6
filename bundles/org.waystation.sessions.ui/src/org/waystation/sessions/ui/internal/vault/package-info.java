/** The credentials' tool window and sheet. */
@org.jspecify.annotations.NullMarked
package org.waystation.sessions.ui.internal.vault;
