package org.waystation.sessions.ui.internal.actions;

import java.util.Optional;
import java.util.Set;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waystation.api.action.ContextAction;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.notify.Notifications;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.session.SessionService;
import org.waystation.api.session.SessionStarter;
import org.waystation.api.tickets.TicketService;
import org.waystation.api.vault.CredentialVault;
import org.waystation.sessions.ui.internal.SessionDesk;
import org.waystation.sessions.ui.internal.session.ConnectSheet;
import org.waystation.sessions.ui.internal.terminal.FeedTurns;
import org.waystation.shell.theme.Look;

/** Starts a session from an asset, a ticket or a company. */
@Component(service = {ContextAction.class, SessionStarter.class})
public final class StartSession implements ContextAction, SessionStarter {

    private final SessionService sessions;
    private final CredentialVault vault;
    private final TicketService tickets;
    private final RecordNavigator navigator;
    private final Notifications notifications;
    private final Look look;
    private final FeedTurns turns;

    @Activate
    public StartSession(
            @Reference SessionService sessions,
            @Reference CredentialVault vault,
            @Reference TicketService tickets,
            @Reference RecordNavigator navigator,
            @Reference Notifications notifications,
            @Reference Look look,
            @Reference FeedTurns turns) {
        this.sessions = sessions;
        this.vault = vault;
        this.tickets = tickets;
        this.navigator = navigator;
        this.notifications = notifications;
        this.look = look;
        this.turns = turns;
    }

    @Override
    public Set<EntityKind> kinds() {
        return Set.of(EntityKind.ASSET, EntityKind.TICKET, EntityKind.COMPANY);
    }

    @Override
    public Optional<String> offer(RecordRef record) {
        return Optional.of("Start a remote session");
    }

    @Override
    public void begin(RecordRef record) {
        run(record);
    }

    @Override
    public void run(RecordRef record) {
        Display display = Display.getCurrent();
        Shell shell = display.getActiveShell() == null ? display.getShells()[0] : display.getActiveShell();
        SessionDesk desk =
                new SessionDesk(look, display::asyncExec, sessions, vault, tickets, navigator, notifications, turns);
        new ConnectSheet(shell, desk, Optional.of(record)).open();
    }
}
