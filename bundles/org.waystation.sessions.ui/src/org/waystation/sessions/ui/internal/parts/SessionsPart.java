package org.waystation.sessions.ui.internal.parts;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.api.record.RecordRef;
import org.waystation.api.session.RemoteSession;
import org.waystation.api.session.SessionRecord;
import org.waystation.api.session.SessionService;
import org.waystation.api.session.SessionState;
import org.waystation.sessions.ui.internal.SessionDesk;
import org.waystation.sessions.ui.internal.SessionDesks;
import org.waystation.sessions.ui.internal.session.Columns;
import org.waystation.sessions.ui.internal.session.ConnectSheet;
import org.waystation.sessions.ui.internal.session.SessionWords;
import org.waystation.sessions.ui.internal.widgets.PaintedList;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.EmptyState;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.ToolHead;
import org.waystation.shell.widgets.WidgetId;

/** Tool window: the sessions that are open, and those that were. */
public final class SessionsPart {

    private static final int PAST_SHOWN = 200;

    private final SessionDesks desks;
    private @Nullable ToolHead head;
    private @Nullable PaintedList<Item> list;
    private @Nullable EmptyState empty;
    private @Nullable SessionDesk desk;
    private @Nullable AutoCloseable listening;

    /** A line of the list. */
    private sealed interface Item {}

    private record Open(RemoteSession session) implements Item {}

    private record Past(SessionRecord record) implements Item {}

    @Inject
    public SessionsPart(SessionDesks desks) {
        this.desks = desks;
    }

    @PostConstruct
    void create(Composite parent) {
        Panel panel = new Panel(parent, desks.look(), Tone.PANEL);
        panel.setLayout(Columns.of(1, 0, 0, 0));
        head = Columns.fill(new ToolHead(panel, desks.look(), "Sessions"));
        WidgetId.set(
                head.button("plus", "New remote session").onPress(() -> connect(panel)), "waystation.sessions.new");
        empty = Columns.grow(new EmptyState(panel, desks.look(), Tone.PANEL));
        empty.showEmpty(
                "session",
                "No sessions yet",
                "Press Alt+Enter on an asset, a ticket or a company to start one.",
                "New session",
                () -> connect(panel));
        list = Columns.grow(new PaintedList<>(panel, desks.look(), Tone.PANEL, "Sessions", true, this::line));
        WidgetId.set(list, "waystation.sessions.list");
        list.onOpen(item -> {
            if (desk != null) {
                desk.open(new RecordRef(SessionService.KIND, id(item)));
            }
        });
        Columns.show(list, false);
        desks.whenReady(ready -> {
            desk = ready;
            listening = ready.sessions().onChange(() -> ready.ui().execute(this::refresh));
            refresh();
        });
    }

    private void connect(Composite parent) {
        if (desk != null) {
            new ConnectSheet(parent.getShell(), desk, Optional.empty()).open();
        }
    }

    private static java.util.UUID id(Item item) {
        return switch (item) {
            case Open open -> open.session().id();
            case Past past -> past.record().id();
        };
    }

    private PaintedList.Line line(Item item) {
        return switch (item) {
            case Open open -> {
                boolean live = open.session().state() instanceof SessionState.Live;
                yield new PaintedList.Line(
                        "session",
                        live ? Tone.OK : Tone.WARN_MARK,
                        open.session().request().title(),
                        open.session().request().target().address(),
                        live ? "live" : "connecting");
            }
            case Past past ->
                new PaintedList.Line(
                        past.record().recorded() ? "play" : "session",
                        Tone.DIM,
                        past.record().title(),
                        past.record().address() + "  ·  "
                                + SessionWords.clock(past.record().duration()),
                        desk == null ? "" : desk.times().ago(past.record().startedAt()));
        };
    }

    private void refresh() {
        SessionDesk current = desk;
        if (current == null || list == null || list.isDisposed()) {
            return;
        }
        current.follow(
                current.sessions().past(Optional.empty(), PAST_SHOWN),
                past -> show(current.sessions().open(), past),
                reason -> current.tell("The sessions cannot be listed", reason));
    }

    private void show(List<RemoteSession> open, List<SessionRecord> past) {
        if (list == null || list.isDisposed() || empty == null || head == null) {
            return;
        }
        List<Item> items = new ArrayList<>();
        open.forEach(session -> items.add(new Open(session)));
        past.forEach(record -> items.add(new Past(record)));
        list.show(items);
        head.subtitle(open.isEmpty() ? "" : open.size() + " open");
        Columns.show(list, !items.isEmpty());
        Columns.show(empty, items.isEmpty());
        list.getParent().layout();
    }

    @PreDestroy
    void close() throws Exception {
        if (listening != null) {
            listening.close();
        }
    }

    @Focus
    void focus() {
        if (list != null && !list.isDisposed()) {
            list.setFocus();
        }
    }
}
