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
    /** Placeholders and what is disabled. */
    FAINT,
    /** Links, focus rings and icons that are on. */
    ACCENT,
    /** What is filled with the accent: the primary button, the tool that is open. */
    ACCENT_FILL,
    ACCENT_BACKGROUND,
    /** Text and icons on {@link #ACCENT_FILL}. */
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
    /** Edges, dots and bars that mean the same as {@link #WARN}; too light for text. */
    WARN_MARK,
    BAD,
    BAD_BACKGROUND,
    PROACTIVE,
    PROACTIVE_BACKGROUND,
    REACTIVE,
    REACTIVE_BACKGROUND
}
