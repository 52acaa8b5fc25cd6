package org.waystation.companies.ui.internal.page;

import org.eclipse.swt.widgets.Composite;
import org.waystation.shell.theme.Look;
import org.waystation.shell.widgets.CopiedText;
import org.waystation.shell.widgets.FlatButton;

/** A telephone number or an address that a click takes to the clipboard. */
final class CopyButton {

    private static final int SAID_MILLIS = 1_200;

    private CopyButton() {}

    static FlatButton make(Composite parent, Look look, String icon, String text) {
        FlatButton button = new FlatButton(parent, look, FlatButton.Kind.QUIET)
                .icon(icon)
                .text(text)
                .name("Copy " + text);
        button.onPress(() -> {
            CopiedText.copy(text);
            button.icon("check").text("Copied");
            button.getDisplay().timerExec(SAID_MILLIS, () -> {
                if (!button.isDisposed()) {
                    button.icon(icon).text(text);
                }
            });
        });
        return button;
    }
}
