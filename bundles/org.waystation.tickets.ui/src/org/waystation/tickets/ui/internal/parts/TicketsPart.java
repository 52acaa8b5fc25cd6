package org.waystation.tickets.ui.internal.parts;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.api.navigate.RecordNavigator;
import org.waystation.api.profile.SealedState;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.tickets.TicketService;
import org.waystation.api.views.SavedViews;
import org.waystation.tickets.ui.internal.Desks;
import org.waystation.tickets.ui.internal.editor.PageWarmUp;
import org.waystation.tickets.ui.internal.queue.QueueView;

/** The tool window with the queue. */
public final class TicketsPart {

    private static final String NEW_TICKET = "org.waystation.tickets.new";
    private static final int WARM_UP_MILLIS = 300;

    private final Desks desks;
    private @Nullable TicketService tickets;
    private @Nullable SealedState sealed;
    private @Nullable SavedViews views;
    private @Nullable QueueView view;
    private @Nullable FilterMemory filterMemory;

    @Inject
    public TicketsPart(Desks desks) {
        this.desks = desks;
    }

    @PostConstruct
    void create(
            Composite parent,
            MPart part,
            @Service RecordNavigator navigator,
            ESelectionService selection,
            ECommandService commands,
            EHandlerService handlers) {
        QueueView queue = new QueueView(parent, desks.look(), desks.times(), desks.edits(), desks.ui());
        queue.onOpen(id -> navigator.open(new RecordRef(EntityKind.TICKET, id)));
        queue.onSelect(id -> selection.setSelection(
                id.map(ticket -> new RecordRef(EntityKind.TICKET, ticket)).orElse(null)));
        queue.onNew(() -> handlers.executeHandler(commands.createCommand(NEW_TICKET, Map.of())));
        QueueMemory memory = new QueueMemory(part.getPersistedState());
        memory.restore(queue);
        FilterMemory filters = new FilterMemory(queue, desks.ui());
        queue.onArrange(() -> {
            memory.keep(queue);
            filters.keep();
        });
        view = queue;
        filterMemory = filters;
        restoreFilter();
        showViews();
        show();
    }

    /** The service may come after the window does, since it waits for the profile. */
    @Inject
    void use(@Optional @Service @Nullable TicketService service) {
        desks.onUi(() -> {
            if (service != null && service != tickets) {
                tickets = service;
                show();
            }
        });
    }

    /** As late as the tickets, and for the same reason. */
    @Inject
    void use(@Optional @Service @Nullable SavedViews service) {
        desks.onUi(() -> {
            if (service != null && service != views) {
                views = service;
                showViews();
            }
        });
    }

    private void showViews() {
        if (view != null && views != null && !view.isDisposed()) {
            view.use(views);
        }
    }

    @Inject
    void use(@Optional @Service @Nullable SealedState state) {
        desks.onUi(() -> {
            if (state != null && state != sealed) {
                sealed = state;
                restoreFilter();
            }
        });
    }

    private void restoreFilter() {
        if (filterMemory != null && sealed != null) {
            filterMemory.restore(sealed);
        }
    }

    private void show() {
        if (view != null && tickets != null && !view.isDisposed()) {
            view.use(tickets);
            // Once the rows are there; the first ticket is opened later than that.
            CompletableFuture.delayedExecutor(WARM_UP_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(new PageWarmUp());
        }
    }

    /** Puts the focus into the filter box. */
    public void filter() {
        if (view != null) {
            view.focusFilter();
        }
    }

    /** Asks for a name for what the queue shows. */
    public void saveView() {
        if (view != null) {
            view.saveView();
        }
    }

    @Focus
    void focus() {
        if (view != null) {
            view.setFocus();
        }
    }
}
