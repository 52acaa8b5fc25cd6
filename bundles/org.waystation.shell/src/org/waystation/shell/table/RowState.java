package org.waystation.shell.table;

import org.waystation.shell.theme.Tone;

/**
 * How a row stands.
 *
 * @param focused whether the table has the focus
 */
public record RowState(boolean selected, boolean focused, boolean hovered) {

    /** The tone the row is painted on. */
    public Tone ground() {
        if (selected) {
            return focused ? Tone.SELECTION : Tone.SELECTION_UNFOCUSED;
        }
        return hovered ? Tone.HOVER : Tone.PANEL;
    }
}
