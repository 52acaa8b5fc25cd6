package org.waystation.shell.internal.errors;

import org.eclipse.e4.ui.di.Focus;

/** Stands for the object of a part that could not be made. */
public final class TroublePart {

    private final TroubleView view;

    TroublePart(TroubleView view) {
        this.view = view;
    }

    @Focus
    void focus() {
        if (!view.isDisposed()) {
            view.setFocus();
        }
    }
}
