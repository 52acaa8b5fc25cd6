package org.waystation.shell.internal.handlers;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.waystation.shell.internal.editors.Editors;

/** Closes all editors. */
public final class CloseAllEditors {

    @CanExecute
    boolean canExecute(Editors editors) {
        return !editors.open().isEmpty();
    }

    @Execute
    void execute(Editors editors, EPartService parts) {
        for (MPart editor : editors.open()) {
            if (parts.savePart(editor, true)) {
                parts.hidePart(editor);
            }
        }
    }
}
