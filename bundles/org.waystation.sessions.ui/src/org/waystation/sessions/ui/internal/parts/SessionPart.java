package org.waystation.sessions.ui.internal.parts;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.bindings.keys.KeyBindingDispatcher;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.session.RemoteSession;
import org.waystation.api.session.SessionPlan;
import org.waystation.api.session.SessionRecord;
import org.waystation.sessions.ui.internal.SessionDesk;
import org.waystation.sessions.ui.internal.SessionDesks;
import org.waystation.sessions.ui.internal.session.EndedPage;
import org.waystation.sessions.ui.internal.session.SessionPage;
import org.waystation.shell.frame.FrameModel;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.EmptyState;
import org.waystation.shell.widgets.Panel;

/** The editor of one session: open, or over. */
public final class SessionPart {

    private final SessionDesks desks;
    private final MPart part;
    private final @Nullable KeyBindingDispatcher bindings;
    private final UUID id;
    private @Nullable Panel ground;
    private boolean focused;

    @Inject
    public SessionPart(SessionDesks desks, MPart part, @Optional @Nullable KeyBindingDispatcher bindings) {
        this.desks = desks;
        this.part = part;
        this.bindings = bindings;
        this.id = UUID.fromString(part.getPersistedState().get(FrameModel.RECORD_ID));
    }

    @PostConstruct
    void create(Composite parent) {
        ground = new Panel(parent, desks.look(), Tone.EDITOR);
        ground.setLayout(new FillLayout());
        desks.whenReady(this::show);
    }

    private void show(SessionDesk desk) {
        java.util.Optional<RemoteSession> open = desk.sessions().find(id);
        if (open.isEmpty()) {
            showPast(desk, false);
            return;
        }
        RemoteSession session = open.get();
        part.setLabel(session.request().title());
        part.setTooltip(session.request().target().address());
        java.util.Optional<RecordRef> about = session.request()
                .ticketId()
                .map(ticket -> new RecordRef(EntityKind.TICKET, ticket))
                .or(() -> session.request().companyId().map(company -> new RecordRef(EntityKind.COMPANY, company)));
        if (about.isEmpty()) {
            showOpen(desk, session, "");
        } else {
            desk.follow(
                    desk.sessions().plan(about.get()),
                    plan -> showOpen(desk, session, where(plan)),
                    reason -> showOpen(desk, session, ""));
        }
    }

    private static String where(SessionPlan plan) {
        return plan.ticketTitle().isEmpty() ? plan.companyName() : plan.companyName() + "  ·  " + plan.ticketTitle();
    }

    private void showOpen(SessionDesk desk, RemoteSession session, String where) {
        Composite place = emptied();
        if (place != null) {
            SessionPage page = new SessionPage(place, desk, session, where, bindings);
            page.onEnded(() -> showPast(desk, true));
            laidOut(place, page);
        }
    }

    private void showPast(SessionDesk desk, boolean offer) {
        desk.follow(
                desk.sessions().pastOne(id),
                record -> {
                    if (record.isPresent()) {
                        showRecord(desk, record.get(), offer);
                    } else {
                        showMissing(desk);
                    }
                },
                reason -> showMissing(desk));
    }

    private void showRecord(SessionDesk desk, SessionRecord record, boolean offer) {
        Composite place = emptied();
        if (place != null) {
            part.setLabel(record.title());
            laidOut(place, new EndedPage(place, desk, record, offer));
        }
    }

    private void showMissing(SessionDesk desk) {
        Composite place = emptied();
        if (place != null) {
            EmptyState state = new EmptyState(place, desk.look(), Tone.EDITOR);
            state.showEmpty(
                    "session",
                    "This session did not come to its end here",
                    "The program was closed while it was open. Its start stands in the audit trail.",
                    "",
                    () -> {});
            laidOut(place, state);
        }
    }

    /** The place for a page; null where the editor was closed meanwhile. */
    private @Nullable Composite emptied() {
        if (ground == null || ground.isDisposed()) {
            return null;
        }
        for (Control child : ground.getChildren()) {
            child.dispose();
        }
        return ground;
    }

    private void laidOut(Composite place, Control page) {
        place.layout(true, true);
        if (focused) {
            page.setFocus();
        }
    }

    @Focus
    void focus() {
        focused = true;
        if (ground != null && !ground.isDisposed() && ground.getChildren().length > 0) {
            ground.getChildren()[0].setFocus();
        }
    }
}
