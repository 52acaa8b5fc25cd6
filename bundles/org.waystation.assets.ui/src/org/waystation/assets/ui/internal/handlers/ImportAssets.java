package org.waystation.assets.ui.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.waystation.assets.ui.internal.list.AssetsView;
import org.waystation.assets.ui.internal.parts.AssetsPart;

/** Imports assets from a table. */
public final class ImportAssets {

    private static final String LIST = "org.waystation.assets.list";

    @Execute
    void execute(EPartService parts) {
        MPart part = parts.showPart(LIST, PartState.ACTIVATE);
        if (part != null && part.getObject() instanceof AssetsPart list) {
            list.with(AssetsView::importAssets);
        }
    }
}
