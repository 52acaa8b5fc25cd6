package org.waystation.tickets.ui.internal.parts;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.Visibility;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.tickets.TicketService;
import org.waystation.shell.frame.FrameModel;
import org.waystation.shell.panel.RecordPanels;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;
import org.waystation.tickets.ui.internal.Desks;
import org.waystation.tickets.ui.internal.editor.Drafts;
import org.waystation.tickets.ui.internal.editor.TicketPage;

/** The editor of one ticket. */
public final class TicketEditorPart {

    private final Desks desks;
    private final MPart part;
    private final Drafts drafts;
    private final ESelectionService selection;
    private final RecordPanels panels;
    private final UUID ticket;
    private @Nullable TicketService tickets;
    private @Nullable Panel ground;
    private @Nullable TicketPage page;
    private boolean focused;

    @Inject
    public TicketEditorPart(
            Desks desks, MPart part, Drafts drafts, ESelectionService selection, @Service RecordPanels panels) {
        this.panels = panels;
        this.desks = desks;
        this.part = part;
        this.drafts = drafts;
        this.selection = selection;
        this.ticket = UUID.fromString(part.getPersistedState().get(FrameModel.RECORD_ID));
    }

    @PostConstruct
    void create(Composite parent) {
        ground = new Panel(parent, desks.look(), Tone.EDITOR);
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

    private void show() {
        if (ground == null || ground.isDisposed() || tickets == null) {
            return;
        }
        if (page != null) {
            page.dispose();
        }
        page = new TicketPage(ground, desks.with(tickets), ticket, drafts, Program::launch);
        page.onTicket(view -> title(view.ticket()));
        panels.place(page.guests(), new RecordRef(EntityKind.TICKET, ticket))
                .setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        ground.layout();
        if (focused) {
            page.setFocus();
        }
    }

    private void title(Ticket shown) {
        String number = shown.number().map(String::valueOf).orElse("new");
        part.setLabel(number + " " + shown.subject());
        part.setTooltip(shown.subject());
    }

    @Focus
    void focus() {
        focused = true;
        selection.setSelection(new RecordRef(EntityKind.TICKET, ticket));
        onPage(TicketPage::setFocus);
    }

    public void reply(Visibility readers) {
        onPage(shown -> shown.reply(readers));
    }

    public void bookTime() {
        onPage(TicketPage::bookTime);
    }

    public void takeStep() {
        onPage(TicketPage::takeStep);
    }

    public void editSubject() {
        onPage(TicketPage::editSubject);
    }

    private void onPage(Consumer<TicketPage> work) {
        if (page != null && !page.isDisposed()) {
            work.accept(page);
        }
    }
}
