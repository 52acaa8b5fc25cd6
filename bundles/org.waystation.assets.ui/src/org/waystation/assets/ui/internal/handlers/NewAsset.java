package org.waystation.assets.ui.internal.handlers;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.assets.ui.internal.Desks;
import org.waystation.assets.ui.internal.Services;
import org.waystation.assets.ui.internal.editor.NewAssetSheet;

/** Opens the sheet for a new asset, and the asset once it is made. */
public final class NewAsset {

    @CanExecute
    boolean canExecute(@Optional @Nullable Services services) {
        return services != null;
    }

    @Execute
    void execute(
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell,
            Desks desks,
            Services services,
            @Service RecordNavigator navigator) {
        new NewAssetSheet(shell, desks.with(services), id -> navigator.open(new RecordRef(EntityKind.ASSET, id)))
                .open();
    }
}
