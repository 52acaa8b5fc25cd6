package org.waystation.shell.theme;

/** A colour by its meaning; what it looks like depends on the theme. */
public enum Tone {
    BACKGROUND,
    STRIP,
    PANEL,
    EDITOR,
    LINE,
    TEXT,
    DIM,
    FAINT,
    ACCENT,
    ACCENT_BACKGROUND,
    /** Text and icons on {@link #ACCENT}. */
    ON_ACCENT,
    /** The selected row of a list that has the focus. */
    SELECTION,
    /** The selected row of a list that has not. */
    SELECTION_UNFOCUSED,
    HOVER,
    OK,
    OK_BACKGROUND,
    WARN,
    WARN_BACKGROUND,
    BAD,
    BAD_BACKGROUND,
    PROACTIVE,
    PROACTIVE_BACKGROUND,
    REACTIVE,
    REACTIVE_BACKGROUND
}
