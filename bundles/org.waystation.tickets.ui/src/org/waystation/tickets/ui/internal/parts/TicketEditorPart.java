package org.waystation.tickets.ui.internal.parts;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.Ticket;
import org.waystation.api.domain.Visibility;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.shell.edit.LateView;
import org.waystation.shell.frame.FrameModel;
import org.waystation.shell.theme.Tone;
import org.waystation.tickets.ui.internal.Desk;
import org.waystation.tickets.ui.internal.Desks;
import org.waystation.tickets.ui.internal.Services;
import org.waystation.tickets.ui.internal.editor.Drafts;
import org.waystation.tickets.ui.internal.editor.TicketPage;

/** The editor of one ticket. */
public final class TicketEditorPart {

    private final MPart part;
    private final Drafts drafts;
    private final ESelectionService selection;
    private final UUID ticket;
    private final LateView<Services, TicketPage> page;
    private boolean focused;

    @Inject
    public TicketEditorPart(Desks desks, MPart part, Drafts drafts, ESelectionService selection) {
        this.part = part;
        this.drafts = drafts;
        this.selection = selection;
        this.ticket = UUID.fromString(part.getPersistedState().get(FrameModel.RECORD_ID));
        this.page = new LateView<>(
                desks.look(), desks.ui(), Tone.EDITOR, (ground, service) -> make(ground, desks.with(service)));
    }

    @PostConstruct
    void create(Composite parent) {
        page.create(parent);
    }

    @Inject
    void use(@Optional @Nullable Services service) {
        page.use(service);
    }

    private TicketPage make(Composite ground, Desk desk) {
        TicketPage made = new TicketPage(ground, desk, ticket, drafts, Program::launch);
        made.onTicket(view -> title(view.ticket()));
        if (focused) {
            desk.ui().execute(this::focusPage); // once it is laid out
        }
        return made;
    }

    private void focusPage() {
        page.get().ifPresent(TicketPage::setFocus);
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
        focusPage();
    }

    public void reply(Visibility readers) {
        page.get().ifPresent(shown -> shown.reply(readers));
    }

    public void bookTime() {
        page.get().ifPresent(TicketPage::bookTime);
    }

    public void takeStep() {
        page.get().ifPresent(TicketPage::takeStep);
    }

    public void toggleTimer() {
        page.get().ifPresent(TicketPage::toggleTimer);
    }

    public void editSubject() {
        page.get().ifPresent(TicketPage::editSubject);
    }
}
