package org.waystation.shell.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.waystation.shell.internal.transfer.TransferTalk;

/** Offers the ways to make records from a file. */
public final class ImportFile {

    @Execute
    void execute(MWindow window, TransferTalk talk) {
        if (window.getWidget() instanceof Shell shell) {
            Control focus = shell.getDisplay().getFocusControl();
            talk.importing(focus == null ? shell.getChildren()[0] : focus);
        }
    }
}
