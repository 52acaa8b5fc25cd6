package org.waystation.shell.widgets;

/** Where text stands in its box. */
public enum Align {
    LEFT,
    CENTER,
    RIGHT
}
