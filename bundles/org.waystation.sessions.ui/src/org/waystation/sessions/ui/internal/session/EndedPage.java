package org.waystation.sessions.ui.internal.session;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.api.domain.TimeEntry;
import org.waystation.api.domain.Visibility;
import org.waystation.api.domain.WorkType;
import org.waystation.api.record.EntityKind;
import org.waystation.api.record.RecordRef;
import org.waystation.api.session.SessionRecord;
import org.waystation.api.tickets.NoteDraft;
import org.waystation.api.tickets.TimeDraft;
import org.waystation.sessions.ui.internal.SessionDesk;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.Toggle;
import org.waystation.shell.widgets.WidgetId;

/** A session that is over: what it was, the time and the note it offers for the ticket, and its recording. */
public final class EndedPage extends Panel {

    private static final int WIDTH = 620;

    private final SessionDesk desk;
    private final SessionRecord record;
    private final Panel column;
    private @Nullable Player player;

    /** @param offer whether time and note are offered; not again for a session of another day */
    public EndedPage(Composite parent, SessionDesk desk, SessionRecord record, boolean offer) {
        super(parent, desk.look(), Tone.EDITOR);
        this.desk = desk;
        this.record = record;
        Look look = desk.look();
        setLayout(Columns.of(1, 20, 28, 16));
        column = new Panel(this, look, Tone.EDITOR);
        GridData data = new GridData(SWT.CENTER, SWT.TOP, true, false);
        data.widthHint = WIDTH;
        column.setLayoutData(data);
        column.setLayout(Columns.of(1, 0, 0, 12));
        Columns.fill(new TextLine(column, look, TextStyle.TITLE, Tone.TEXT).text(record.title()));
        WidgetId.set(
                Columns.fill(new TextLine(column, look, TextStyle.BODY, Tone.DIM).text(summary())),
                "waystation.session.summary");
        if (!record.ending().isEmpty()) {
            Columns.fill(new TextLine(column, look, TextStyle.BODY, Tone.BAD).text(record.ending()));
        }
        if (offer && record.ticketId().isPresent()) {
            offer(record.ticketId().get());
        }
        buttons();
    }

    private String summary() {
        String transfers = record.transfers() == 0
                ? ""
                : "  ·  " + record.transfers() + (record.transfers() == 1 ? " file transferred" : " files transferred");
        return "Ended after " + SessionWords.clock(record.duration()) + "  ·  "
                + (record.user().isEmpty() ? "" : record.user() + "@") + record.address() + transfers;
    }

    private void offer(UUID ticket) {
        Look look = desk.look();
        Card card = Columns.fill(new Card(column, look));
        card.setLayout(Columns.of(2, 16, 14, 10));
        TextLine head = new TextLine(card, look, TextStyle.BODY_STRONG, Tone.TEXT).text("Put it on the ticket");
        span(head);
        TextBox minutes = new TextBox(card, look, Tone.PANEL, "Minutes", 1);
        GridData narrow = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        narrow.widthHint = 90;
        minutes.setLayoutData(narrow);
        minutes.text(String.valueOf(SessionWords.minutes(record.duration())));
        WidgetId.set(minutes.control(), "waystation.session.minutes");
        TextBox comment = Columns.fill(
                new TextBox(card, look, Tone.PANEL, "What was done", 1).placeholder("What was done (for the bill)"));
        comment.text("Remote session on " + record.title());
        WidgetId.set(comment.control(), "waystation.session.comment");
        TextBox note = new TextBox(card, look, Tone.PANEL, "Internal note", 3);
        span(note);
        note.text(noteText());
        WidgetId.set(note.control(), "waystation.session.note");
        Panel row = new Panel(card, look, Tone.PANEL);
        span(row);
        row.setLayout(Columns.of(3, 0, 0, 8));
        Toggle withNote = new Toggle(row, look, "Internal note").on(true);
        Toggle billable = new Toggle(row, look, "Billable").on(true);
        FlatButton book = new FlatButton(row, look, FlatButton.Kind.PRIMARY).text("Book");
        book.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, true, false));
        WidgetId.set(book, "waystation.session.book");
        withNote.onChange(on -> {
            Columns.show(note, on);
            layout(true, true);
        });
        Runnable run =
                () -> book(ticket, minutes, comment, withNote.on() ? note.text() : "", billable.on(), book, card);
        book.onPress(run);
        minutes.onSubmit(run);
        comment.onSubmit(run);
    }

    private static void span(org.eclipse.swt.widgets.Control control) {
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.horizontalSpan = 2;
        control.setLayoutData(data);
    }

    private String noteText() {
        String files = record.transfers() == 0 ? "" : ", " + record.transfers() + " file transfers";
        String recorded = record.recorded() ? " The recording is kept on the technician's machine." : "";
        return "Remote session (" + record.protocol().toUpperCase(java.util.Locale.ROOT) + ") on " + record.title()
                + ", " + record.address() + ", " + SessionWords.clock(record.duration()) + files + "." + recorded;
    }

    private void book(
            UUID ticket, TextBox minutes, TextBox comment, String note, boolean billable, FlatButton book, Card card) {
        OptionalLong length = whole(minutes.text());
        if (length.isEmpty()) {
            minutes.error("A whole number of minutes, 1 to " + TimeEntry.MINUTES_MAX + ".");
            minutes.setFocus();
            return;
        }
        book.setEnabled(false);
        Instant started = record.startedAt();
        TimeDraft draft = new TimeDraft(
                length.getAsLong(), WorkType.REMOTE, billable, comment.text().strip(), started);
        var booked = desk.tickets()
                .bookTime(ticket, draft)
                .thenCompose(id -> note.isBlank()
                        ? java.util.concurrent.CompletableFuture.completedFuture(id)
                        : desk.tickets().addNote(ticket, new NoteDraft(note.strip(), Visibility.INTERNAL)));
        desk.follow(
                booked,
                id -> {
                    if (!isDisposed()) {
                        card.dispose();
                        TextLine done = Columns.fill(new TextLine(column, desk.look(), TextStyle.BODY, Tone.OK)
                                .text("Booked " + length.getAsLong() + " min on the ticket."));
                        done.moveBelow(column.getChildren()[1]);
                        WidgetId.set(done, "waystation.session.booked");
                        layout(true, true);
                    }
                },
                reason -> {
                    if (!isDisposed()) {
                        book.setEnabled(true);
                        comment.error(reason);
                        layout(true, true);
                    }
                });
    }

    private static OptionalLong whole(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > 4 || !stripped.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalLong.empty();
        }
        long minutes = Long.parseLong(stripped);
        return minutes >= 1 && minutes <= TimeEntry.MINUTES_MAX ? OptionalLong.of(minutes) : OptionalLong.empty();
    }

    private void buttons() {
        Look look = desk.look();
        Panel row = new Panel(column, look, Tone.EDITOR);
        row.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, true, false));
        row.setLayout(Columns.of(2, 0, 0, 8));
        if (record.recorded()) {
            WidgetId.set(
                    new FlatButton(row, look, FlatButton.Kind.PLAIN)
                            .icon("play")
                            .text("Play the recording")
                            .onPress(this::play),
                    "waystation.session.play");
        }
        Optional<RecordRef> ticket = record.ticketId().map(id -> new RecordRef(EntityKind.TICKET, id));
        if (ticket.isPresent()) {
            new FlatButton(row, look, FlatButton.Kind.PLAIN)
                    .icon("ticket")
                    .text("Open the ticket")
                    .onPress(() -> desk.open(ticket.get()));
        }
    }

    private void play() {
        if (player != null) {
            player.setFocus();
            return;
        }
        desk.follow(
                desk.sessions().recording(record.id()),
                recording -> {
                    if (!isDisposed() && player == null) {
                        player = Columns.grow(new Player(this, desk, recording));
                        layout(true, true);
                        player.setFocus();
                    }
                },
                reason -> desk.tell("The recording cannot be played", reason));
    }
}
