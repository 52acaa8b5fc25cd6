package org.waystation.plugins.ui.internal.window;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;

/** Shows the tool window. */
public final class ShowPlugins {

    @Execute
    void execute(EPartService parts) {
        parts.showPart("org.waystation.plugins.window", PartState.ACTIVATE);
    }
}
