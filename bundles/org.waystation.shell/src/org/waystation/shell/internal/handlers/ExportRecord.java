package org.waystation.shell.internal.handlers;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.waystation.shell.internal.actions.RecordAtHand;
import org.waystation.shell.internal.editors.Editors;
import org.waystation.shell.internal.transfer.TransferTalk;

/** Offers the ways to write the record at hand to a file. */
public final class ExportRecord {

    @CanExecute
    boolean canExecute(
            @Optional @Named(IServiceConstants.ACTIVE_SELECTION) @Nullable Object selection,
            @Optional @Named(IServiceConstants.ACTIVE_PART) @Nullable MPart active,
            Editors editors) {
        return RecordAtHand.find(selection, active, editors).isPresent();
    }

    @Execute
    void execute(
            @Optional @Named(IServiceConstants.ACTIVE_SELECTION) @Nullable Object selection,
            @Optional @Named(IServiceConstants.ACTIVE_PART) @Nullable MPart active,
            Editors editors,
            TransferTalk talk) {
        Object anchor = active == null ? null : active.getWidget();
        if (anchor instanceof Control control) {
            talk.export(control, RecordAtHand.find(selection, active, editors).orElseThrow());
        }
    }
}
