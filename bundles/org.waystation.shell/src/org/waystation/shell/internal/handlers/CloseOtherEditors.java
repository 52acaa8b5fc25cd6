package org.waystation.shell.internal.handlers;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.waystation.shell.internal.editors.Editors;

/** Closes all editors but the one that is shown. */
public final class CloseOtherEditors {

    @CanExecute
    boolean canExecute(Editors editors) {
        return editors.open().size() > 1;
    }

    @Execute
    void execute(Editors editors, EPartService parts) {
        MPart visible = editors.visible().orElse(null);
        for (MPart editor : editors.open()) {
            if (editor != visible && parts.savePart(editor, true)) {
                parts.hidePart(editor);
            }
        }
    }
}
