package org.waystation.sync.ui.internal.center;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;

/** Shows the tool window. */
public final class ShowSyncCenter {

    @Execute
    void execute(EPartService parts) {
        parts.showPart("org.waystation.sync.window", PartState.ACTIVATE);
    }
}
