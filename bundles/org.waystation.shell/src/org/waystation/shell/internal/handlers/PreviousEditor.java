package org.waystation.shell.internal.handlers;

import java.util.List;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.waystation.shell.internal.editors.Editors;

/** Turns to the previous tab, round at the end. */
public final class PreviousEditor {

    @CanExecute
    boolean canExecute(Editors editors) {
        return editors.open().size() > 1;
    }

    @Execute
    void execute(Editors editors, EPartService parts) {
        List<MPart> open = editors.open();
        editors.visible().map(open::indexOf).ifPresent(index -> {
            MPart previous = open.get(Math.floorMod(index - 1, open.size()));
            parts.showPart(previous, PartState.ACTIVATE);
        });
    }
}
