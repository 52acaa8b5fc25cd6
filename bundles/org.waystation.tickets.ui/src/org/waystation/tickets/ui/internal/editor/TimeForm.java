package org.waystation.tickets.ui.internal.editor;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.waystation.api.domain.Term;
import org.waystation.api.domain.WorkType;
import org.waystation.api.sync.Problem.FieldError;
import org.waystation.api.tickets.EditRules;
import org.waystation.api.tickets.InvalidEditException;
import org.waystation.api.tickets.TimeDraft;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.Toggle;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.tickets.ui.internal.Desk;

/** Books time, right in the ticket. */
final class TimeForm extends Card {

    private final Desk desk;
    private final UUID ticket;
    private final EditRules rules = new EditRules();
    private final TextBox minutes;
    private final Choice<WorkType> workType;
    private final Toggle billable;
    private final TextBox comment;
    private final FlatButton book;
    private Runnable close = () -> {};

    TimeForm(Composite parent, Desk desk, UUID ticket) {
        super(parent, desk.look());
        this.desk = desk;
        this.ticket = ticket;
        Look look = desk.look();
        GridLayout layout = new GridLayout(4, false);
        layout.marginWidth = 12;
        layout.marginHeight = 10;
        layout.horizontalSpacing = 8;
        layout.verticalSpacing = 8;
        setLayout(layout);
        minutes = new TextBox(this, look, Tone.PANEL, "Time", 1)
                .placeholder("25 or 1:30")
                .onSubmit(this::book);
        minutes.setLayoutData(width(110));
        WidgetId.set(minutes.control(), "waystation.ticket.time.minutes");
        workType = new Choice<>(this, look, Tone.PANEL, "Kind of work", WorkType.KNOWN, Term::label);
        workType.value(WorkType.REMOTE);
        workType.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        billable = new Toggle(this, look, "Billable").on(true);
        billable.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, true, false));
        new TextLine(this, look, TextStyle.SMALL, Tone.DIM).text("");
        comment = new TextBox(this, look, Tone.PANEL, "What was done", 1)
                .placeholder("What was done (for the bill)")
                .onSubmit(this::book);
        GridData commentData = new GridData(SWT.FILL, SWT.TOP, true, false);
        commentData.horizontalSpan = 3;
        comment.setLayoutData(commentData);
        WidgetId.set(comment.control(), "waystation.ticket.time.comment");
        Panel buttons = new Panel(this, look, Tone.PANEL);
        buttons.setLayoutData(new GridData(SWT.RIGHT, SWT.TOP, false, false));
        GridLayout row = new GridLayout(2, false);
        row.marginWidth = 0;
        row.marginHeight = 0;
        row.horizontalSpacing = 8;
        buttons.setLayout(row);
        new FlatButton(buttons, look, FlatButton.Kind.PLAIN).text("Cancel").onPress(() -> close.run());
        book = new FlatButton(buttons, look, FlatButton.Kind.PRIMARY)
                .text("Book")
                .onPress(this::book);
        WidgetId.set(book, "waystation.ticket.time.book");
        minutes.onChange(() -> minutes.error(""));
        comment.onChange(() -> comment.error(
                rules.comment(comment.text()).map(FieldError::detail).orElse("")));
        for (Control each : new Control[] {minutes.control(), comment.control(), billable, book}) {
            each.addListener(SWT.Traverse, e -> {
                if (e.detail == SWT.TRAVERSE_ESCAPE) {
                    e.doit = false;
                    close.run();
                }
            });
        }
    }

    private static GridData width(int width) {
        GridData data = new GridData(SWT.LEFT, SWT.TOP, false, false);
        data.widthHint = width;
        return data;
    }

    void onClose(Runnable listener) {
        close = listener;
    }

    @Override
    public boolean setFocus() {
        return minutes.setFocus();
    }

    private void book() {
        OptionalLong length = Minutes.parse(minutes.text());
        if (length.isEmpty()) {
            minutes.error("Write it as 25, 1:30 or 1 h 30.");
            minutes.setFocus();
            return;
        }
        TimeDraft draft = new TimeDraft(
                length.getAsLong(),
                workType.value().orElse(WorkType.REMOTE),
                billable.on(),
                comment.text().strip(),
                desk.times().now().minus(Duration.ofMinutes(length.getAsLong())));
        desk.edits().follow(book, desk.tickets().bookTime(ticket, draft), id -> booked(), this::refused);
    }

    private void booked() {
        if (!isDisposed()) {
            minutes.text("");
            comment.text("");
            close.run();
        }
    }

    private void refused(InvalidEditException refusal) {
        if (isDisposed()) {
            return;
        }
        for (FieldError error : refusal.problem().errors()) {
            TextBox box = "comment".equals(error.field()) ? comment : minutes;
            box.error(error.detail());
            box.setFocus();
        }
    }
}
