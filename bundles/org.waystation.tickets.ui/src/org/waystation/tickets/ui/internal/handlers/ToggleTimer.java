package org.waystation.tickets.ui.internal.handlers;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.jspecify.annotations.Nullable;
import org.waystation.tickets.ui.internal.parts.TicketEditorPart;

/** Counts time for the ticket in front, or pauses that. */
public final class ToggleTimer {

    @CanExecute
    boolean canExecute(@Optional @Nullable @Named(IServiceConstants.ACTIVE_PART) MPart part) {
        return part != null && part.getObject() instanceof TicketEditorPart;
    }

    @Execute
    void execute(@Named(IServiceConstants.ACTIVE_PART) MPart part) {
        if (part.getObject() instanceof TicketEditorPart editor) {
            editor.toggleTimer();
        }
    }
}
