package org.waystation.tickets.ui.internal.parts;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.tickets.TicketService;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;
import org.waystation.tickets.ui.internal.Desks;
import org.waystation.tickets.ui.internal.context.ContextView;

/** The tool window with what belongs to the ticket at hand; it stays with the last one while something else is selected. */
public final class ContextPart {

    private final Desks desks;
    private java.util.Optional<UUID> ticket = java.util.Optional.empty();
    private @Nullable TicketService tickets;
    private @Nullable Panel ground;
    private @Nullable ContextView view;

    @Inject
    public ContextPart(Desks desks) {
        this.desks = desks;
    }

    @PostConstruct
    void create(Composite parent) {
        ground = new Panel(parent, desks.look(), Tone.PANEL);
        ground.setLayout(new FillLayout());
        show();
    }

    /** The service may come after the window does, since it waits for the profile. */
    @Inject
    void use(@Optional @Nullable TicketService service) {
        desks.onUi(() -> {
            if (service != null && service != tickets) {
                tickets = service;
                show();
            }
        });
    }

    @Inject
    void select(@Optional @Nullable @Named(IServiceConstants.ACTIVE_SELECTION) Object selected) {
        if (selected instanceof RecordRef record && record.kind().equals(EntityKind.TICKET)) {
            ticket = java.util.Optional.of(record.id());
            if (view != null && !view.isDisposed()) {
                view.follow(ticket);
            }
        }
    }

    private void show() {
        if (ground == null || ground.isDisposed() || tickets == null) {
            return;
        }
        if (view != null) {
            view.dispose();
        }
        view = new ContextView(ground, desks.with(tickets));
        view.follow(ticket);
        ground.layout();
    }

    @Focus
    void focus() {
        if (view != null) {
            view.setFocus();
        }
    }
}
