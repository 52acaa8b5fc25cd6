package org.waystation.shell.edit;

import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;

/** Where the focus goes when a part gets it. A part that takes it nowhere is told so again and again by the platform. */
public final class PartFocus {

    private PartFocus() {}

    /**
     * To the view, or to what it stands on while there is none.
     *
     * @param view not made yet, or gone already, where what it shows is not here
     */
    public static void give(@Nullable Control view, Control ground) {
        if (view != null && !view.isDisposed()) {
            view.setFocus();
        } else {
            ground.forceFocus();
        }
    }
}
