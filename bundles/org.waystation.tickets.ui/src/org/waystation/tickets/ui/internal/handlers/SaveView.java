package org.waystation.tickets.ui.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.waystation.tickets.ui.internal.parts.TicketsPart;

/** Saves what the queue shows as a view. */
public final class SaveView {

    private static final String QUEUE = "org.waystation.tickets.queue";

    @Execute
    void execute(EPartService parts) {
        MPart part = parts.showPart(QUEUE, PartState.ACTIVATE);
        if (part != null && part.getObject() instanceof TicketsPart queue) {
            queue.saveView();
        }
    }
}
