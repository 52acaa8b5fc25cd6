/** The ticket editor: conversation, edits and the box to write into. */
@org.jspecify.annotations.NullMarked
package org.waystation.tickets.ui.internal.editor;
