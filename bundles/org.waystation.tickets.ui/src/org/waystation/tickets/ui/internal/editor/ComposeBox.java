package org.waystation.tickets.ui.internal.editor;

import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.domain.Term;
import org.waystation.api.domain.Visibility;
import org.waystation.api.tickets.InvalidEditException;
import org.waystation.api.tickets.NoteDraft;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Choice;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.KeepClear;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.RoundPanel;
import org.waystation.shell.widgets.TextBox;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.tickets.ui.internal.Desk;
import org.waystation.tickets.ui.internal.Words;
import org.waystation.tickets.ui.internal.editor.Drafts.Draft;
import org.waystation.tickets.ui.internal.timer.TimeOffer;

/** Where a note is written. It starts internal, so that nothing reaches a customer by accident. */
final class ComposeBox extends RoundPanel {

    private static final int COMMENT_MAX = 200;

    private final Desk desk;
    private final UUID ticket;
    private final Drafts drafts;
    private final TextBox text;
    private final Choice<Visibility> visibility;
    private final TextLine hint;
    private final TimeOffer offer;
    private final FlatButton save;
    private final FlatButton attach;
    private Consumer<Boolean> writing = on -> {};
    private boolean writes;
    private Runnable attaching = () -> {};

    ComposeBox(Composite parent, Desk desk, UUID ticket, Drafts drafts) {
        super(parent, desk.look(), Tone.PANEL, 8);
        this.desk = desk;
        this.ticket = ticket;
        this.drafts = drafts;
        Look look = desk.look();
        setLayout(margins());
        KeepClear.mark(this);
        text = TextBox.bare(this, look, Tone.PANEL, "Reply or note", 3)
                .placeholder("Write a reply or an internal note. Markdown, drop files, paste a screenshot.")
                .onSubmit(this::save);
        text.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        WidgetId.set(text.control(), "waystation.ticket.compose");
        Panel bar = new Panel(this, look, Tone.PANEL);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        GridLayout layout = new GridLayout(5, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 8;
        bar.setLayout(layout);
        visibility = new Choice<>(bar, look, Tone.PANEL, "Who may read it", Visibility.KNOWN, Term::label);
        visibility.value(Visibility.INTERNAL);
        WidgetId.set(visibility, "waystation.ticket.visibility");
        attach = new FlatButton(bar, look, FlatButton.Kind.QUIET)
                .icon("attach")
                .name("Attach files")
                .onPress(() -> attaching.run());
        WidgetId.set(attach, "waystation.ticket.attach");
        offer = new TimeOffer(bar, desk, ticket);
        offer.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false));
        offer.onAppear(this::explain);
        hint = new TextLine(bar, look, TextStyle.SMALL, Tone.DIM);
        GridData hintData = new GridData(SWT.FILL, SWT.CENTER, true, false);
        hintData.widthHint = 40;
        hint.setLayoutData(hintData);
        save = new FlatButton(bar, look, FlatButton.Kind.PRIMARY)
                .text("Save")
                .keys("Ctrl ⏎")
                .onPress(this::save);
        WidgetId.set(save, "waystation.ticket.save");
        drafts.of(ticket).thenAccept(found -> desk.ui().execute(() -> found.ifPresent(this::restore)));
        text.onChange(this::changed);
        visibility.onChange(chosen -> changed());
        text.control().addListener(SWT.FocusIn, e -> edge(Tone.ACCENT, 1));
        text.control().addListener(SWT.FocusOut, e -> edge(Tone.LINE, 1));
        explain();
    }

    private static GridLayout margins() {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 12;
        layout.marginHeight = 8;
        layout.verticalSpacing = 6;
        return layout;
    }

    @Override
    public boolean setFocus() {
        return text.setFocus();
    }

    /** Called when files are to be chosen. */
    void onAttach(Runnable listener) {
        attaching = listener;
    }

    /** Where one types. */
    StyledText control() {
        return text.control();
    }

    /** Called when somebody begins to write, and when the box is empty again. */
    void onWriting(Consumer<Boolean> listener) {
        writing = listener;
    }

    /** Whether the reader of the ticket may write notes; where not, it says why. */
    void allow(boolean notes) {
        if (notes != text.getEnabled()) {
            text.setEnabled(notes);
            visibility.setEnabled(notes);
            save.setEnabled(notes);
            explain();
        }
    }

    /** Whether the reader of the ticket may attach files. */
    void allowFiles(boolean files) {
        attach.setEnabled(files);
    }

    /** Starts a note that is read by these. */
    void start(Visibility readers) {
        visibility.value(readers);
        changed();
        text.setFocus();
    }

    /** The draft comes a moment after the box; what was typed meanwhile is newer. */
    private void restore(Draft draft) {
        if (!isDisposed() && text.text().isEmpty()) {
            visibility.value(draft.visibility());
            text.text(draft.body());
        }
    }

    private Visibility readers() {
        return visibility.value().orElse(Visibility.INTERNAL);
    }

    private void changed() {
        text.error("");
        drafts.keep(ticket, new Draft(text.text(), readers()));
        boolean now = !text.text().isBlank();
        if (now != writes) {
            writes = now;
            writing.accept(now);
        }
        explain();
    }

    private void explain() {
        if (!text.getEnabled()) {
            hint.text(Words.NO_NOTES_REASON);
            return;
        }
        boolean outside = readers().equals(Visibility.PUBLIC);
        // What only the team reads is said by the choice already; the room goes to the time that is offered.
        hint.text(outside ? "The customer will read this." : offer.getVisible() ? "" : "Only your team reads this.");
    }

    private void save() {
        if (!save.isEnabled()) {
            return;
        }
        NoteDraft draft = new NoteDraft(text.text(), readers());
        desk.edits().follow(save, desk.tickets().addNote(ticket, draft), id -> saved(draft), this::refused);
    }

    /** Kept: the box is free for the next one. */
    private void saved(NoteDraft note) {
        // What only the team may read does not go onto a bill.
        String comment = note.visibility().equals(Visibility.PUBLIC) ? firstLine(note.body()) : "";
        desk.edits().follow(offer.book(comment));
        drafts.keep(ticket, new Draft("", Visibility.INTERNAL));
        if (!isDisposed()) {
            text.text("");
            text.error("");
        }
    }

    private static String firstLine(String body) {
        String line = body.strip().lines().findFirst().orElse("");
        return line.length() <= COMMENT_MAX
                ? line
                : line.substring(0, COMMENT_MAX).strip() + "…";
    }

    private void refused(InvalidEditException refusal) {
        if (!isDisposed()) {
            text.error(refusal.problem().errors().stream()
                    .map(error -> error.detail())
                    .findFirst()
                    .orElse(refusal.problem().sentence()));
            text.setFocus();
        }
    }
}
