package org.waystation.shell.widgets;

import org.eclipse.swt.widgets.Control;

/** Names by which tests and assistive tools find a control among others. */
public final class WidgetId {

    /** Key of the id. */
    static final String ID = "org.waystation.id";

    /** Key of the name that assistive technology reads. */
    static final String NAME = "org.waystation.name";

    private WidgetId() {}

    /** Gives a control an id such as {@code waystation.ticket.subject}. */
    public static <C extends Control> C set(C control, String id) {
        control.setData(ID, id);
        return control;
    }

    /** Tells test tools the name that the control's own accessible listener gives to assistive technology. */
    public static void name(Control control, String name) {
        control.setData(NAME, name);
    }
}
