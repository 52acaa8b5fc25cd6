package org.waystation.sessions.ui.internal;

import jakarta.inject.Inject;
import java.util.function.Consumer;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.notify.Notifications;
import org.waystation.api.session.SessionService;
import org.waystation.api.tickets.TicketService;
import org.waystation.api.vault.CredentialVault;
import org.waystation.sessions.ui.internal.terminal.FeedTurns;
import org.waystation.shell.theme.Look;

/** Lays out a desk once all services are there; they wait for the profile, so the window may come before them. */
@Creatable
public final class SessionDesks {

    private final Look look;
    private final UISynchronize sync;
    private final Notifications notifications;
    private final FeedTurns turns;
    private @Nullable SessionService sessions;
    private @Nullable CredentialVault vault;
    private @Nullable TicketService tickets;
    private @Nullable RecordNavigator navigator;
    private Consumer<SessionDesk> ready = desk -> {};
    private boolean told;

    @Inject
    public SessionDesks(Look look, UISynchronize sync, @Service Notifications notifications, FeedTurns turns) {
        this.look = look;
        this.sync = sync;
        this.notifications = notifications;
        this.turns = turns;
    }

    public Look look() {
        return look;
    }

    /** Calls the listener on the UI thread, once, when there is a desk. */
    public void whenReady(Consumer<SessionDesk> listener) {
        ready = listener;
        check();
    }

    /** The desk, or null while something is missing. */
    public @Nullable SessionDesk desk() {
        return sessions == null || vault == null || tickets == null || navigator == null
                ? null
                : new SessionDesk(look, sync::asyncExec, sessions, vault, tickets, navigator, notifications, turns);
    }

    @Inject
    void use(@Optional @Service @Nullable SessionService service) {
        sessions = service;
        check();
    }

    @Inject
    void use(@Optional @Service @Nullable CredentialVault service) {
        vault = service;
        check();
    }

    @Inject
    void use(@Optional @Service @Nullable TicketService service) {
        tickets = service;
        check();
    }

    @Inject
    void use(@Optional @Service @Nullable RecordNavigator service) {
        navigator = service;
        check();
    }

    private void check() {
        if (Display.getCurrent() == null) {
            sync.asyncExec(this::check);
            return;
        }
        SessionDesk desk = desk();
        if (desk != null && !told) {
            told = true;
            ready.accept(desk);
            told = false;
            ready = shown -> {};
        }
    }
}
