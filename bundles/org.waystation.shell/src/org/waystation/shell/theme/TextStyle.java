package org.waystation.shell.theme;

/** A font by its meaning. */
public enum TextStyle {
    /** 13 px. */
    BODY,
    /** 13 px, one weight up: subjects, names. */
    BODY_STRONG,
    /** 12 px. */
    SMALL,
    /** 12 px, one weight up: pills. */
    SMALL_STRONG,
    /** 10 px, one weight up: initials. */
    TINY_STRONG,
    /** 15 px, one weight up: headings within a text. */
    HEADING,
    /** 18 px, one weight up. */
    TITLE,
    /** 12 px, fixed width. */
    CODE
}
