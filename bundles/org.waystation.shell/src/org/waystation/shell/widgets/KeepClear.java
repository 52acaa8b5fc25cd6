package org.waystation.shell.widgets;

import org.eclipse.swt.widgets.Control;

/** Marks controls that balloons must not cover, since somebody is working with them: a box to write into, its buttons. */
public final class KeepClear {

    private static final String MARK = "org.waystation.keepClear";

    private KeepClear() {}

    /** Balloons keep off this control, as long as it is visible. */
    public static <C extends Control> C mark(C control) {
        control.setData(MARK, Boolean.TRUE);
        return control;
    }

    public static boolean isMarked(Control control) {
        return Boolean.TRUE.equals(control.getData(MARK));
    }
}
