package org.waystation.tickets.ui.internal.parts;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.shell.edit.LateView;
import org.waystation.shell.panel.RecordPanels;
import org.waystation.shell.theme.Tone;
import org.waystation.tickets.ui.internal.Desk;
import org.waystation.tickets.ui.internal.Desks;
import org.waystation.tickets.ui.internal.Services;
import org.waystation.tickets.ui.internal.context.ContextView;

/** The tool window with what belongs to the ticket at hand; it stays with the last one while something else is selected. */
public final class ContextPart {

    private final RecordPanels panels;
    private final LateView<Services, ContextView> view;
    private java.util.Optional<UUID> ticket = java.util.Optional.empty();

    @Inject
    public ContextPart(Desks desks, @Service RecordPanels panels) {
        this.panels = panels;
        view = new LateView<>(
                desks.look(), desks.ui(), Tone.PANEL, (ground, service) -> make(ground, desks.with(service)));
    }

    @PostConstruct
    void create(Composite parent) {
        view.create(parent);
    }

    @Inject
    void use(@Optional @Nullable Services service) {
        view.use(service);
    }

    @Inject
    void select(@Optional @Nullable @Named(IServiceConstants.ACTIVE_SELECTION) Object selected) {
        if (selected instanceof RecordRef record && record.kind().equals(EntityKind.TICKET)) {
            ticket = java.util.Optional.of(record.id());
            view.get().ifPresent(shown -> shown.follow(ticket));
        }
    }

    private ContextView make(Composite ground, Desk desk) {
        ContextView made = new ContextView(ground, desk);
        made.panels(panels);
        made.follow(ticket);
        return made;
    }

    @Focus
    void focus() {
        view.get().ifPresent(ContextView::setFocus);
    }
}
