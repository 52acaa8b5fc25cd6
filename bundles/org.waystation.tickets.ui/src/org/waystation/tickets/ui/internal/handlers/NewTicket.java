package org.waystation.tickets.ui.internal.handlers;

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
import org.waystation.api.sync.ServerSession;
import org.waystation.api.sync.SyncService;
import org.waystation.tickets.ui.internal.Desks;
import org.waystation.tickets.ui.internal.Services;
import org.waystation.tickets.ui.internal.create.NewTicketSheet;

/** Opens the sheet for a new ticket, and the ticket once it is made. */
public final class NewTicket {

    @CanExecute
    boolean canExecute(@Optional @Nullable Services services) {
        return services != null;
    }

    @Execute
    void execute(
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell,
            Desks desks,
            Services services,
            @Service RecordNavigator navigator,
            @Optional @Service @Nullable SyncService sync) {
        java.util.Optional<ServerSession> session = sync == null ? java.util.Optional.empty() : sync.session();
        new NewTicketSheet(
                        shell,
                        desks.with(services),
                        session.map(ServerSession::userId),
                        id -> navigator.open(new RecordRef(EntityKind.TICKET, id)))
                .open();
    }
}
