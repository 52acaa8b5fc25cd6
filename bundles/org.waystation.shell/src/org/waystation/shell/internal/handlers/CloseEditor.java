package org.waystation.shell.internal.handlers;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.waystation.shell.internal.editors.Editors;

/** Closes the editor that is shown. */
public final class CloseEditor {

    @CanExecute
    boolean canExecute(Editors editors) {
        return editors.visible().isPresent();
    }

    @Execute
    void execute(Editors editors, EPartService parts) {
        editors.visible().filter(editor -> parts.savePart(editor, true)).ifPresent(editor -> parts.hidePart(editor));
    }
}
