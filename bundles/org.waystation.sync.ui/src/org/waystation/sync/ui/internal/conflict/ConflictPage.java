package org.waystation.sync.ui.internal.conflict;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.api.sync.Conflict;
import org.waystation.api.sync.Problem;
import org.waystation.shell.text.RelativeTime;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.ScrollArea;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.shell.widgets.WrappedText;
import org.waystation.sync.ui.internal.Rows;
import org.waystation.sync.ui.internal.conflict.FieldDecision.Side;

/** A change that did not get through: why, its fields, and what to do about it. */
final class ConflictPage extends Panel {

    private final Look look;
    private final RelativeTime times;
    private final Conflict conflict;
    private final Actions actions;
    private final List<FieldCard> cards = new ArrayList<>();
    private final Deque<FieldCard> steps = new ArrayDeque<>();
    private final FlatButton send;
    private final FlatButton undo;
    private final WrappedText complaint;
    private final ScrollArea scroll;

    /** What was decided. */
    interface Actions {

        /** @param values what shall stand, by field */
        void send(Map<String, @Nullable Object> values);

        void giveUp();
    }

    ConflictPage(Composite parent, Look look, RelativeTime times, Conflict conflict, Actions actions) {
        super(parent, look, Tone.EDITOR);
        this.look = look;
        this.times = times;
        this.conflict = conflict;
        this.actions = actions;
        WidgetId.set(this, "waystation.conflict");
        setLayout(Rows.column(0, 0));
        scroll = new ScrollArea(this, look, Tone.EDITOR);
        scroll.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Composite content = scroll.content();
        content.setLayout(Rows.column(20, 16));
        heading(content);
        complaint = new WrappedText(content, look, TextStyle.BODY, Tone.BAD);
        complaint.setLayoutData(Rows.across());
        complaint("");
        fields(content);
        Panel buttons = Rows.buttons(content, look, Tone.EDITOR);
        send = new FlatButton(buttons, look, FlatButton.Kind.PRIMARY)
                .text("Send this")
                .onPress(this::send);
        WidgetId.set(send, "waystation.conflict.send");
        undo = new FlatButton(buttons, look, FlatButton.Kind.PLAIN).text("Undo").onPress(this::undo);
        FlatButton giveUp = new FlatButton(buttons, look, FlatButton.Kind.PLAIN)
                .text("Give up my change")
                .onPress(actions::giveUp);
        WidgetId.set(giveUp, "waystation.conflict.giveUp");
        send.setEnabled(!conflict.deletedThere());
        undo.setEnabled(false);
        scroll.refresh();
    }

    private void heading(Composite content) {
        Panel heading = new Panel(content, look, Tone.EDITOR);
        heading.setLayout(Rows.column(0, 4));
        heading.setLayoutData(Rows.across());
        boolean both = conflict.change().conflicts();
        Rows.text(heading, look, TextStyle.TITLE, Tone.TEXT, title(both));
        Rows.text(heading, look, TextStyle.BODY, Tone.DIM, conflict.change().place());
        conflict.change()
                .pending()
                .parked()
                .filter(problem -> !both)
                .ifPresent(problem -> Rows.text(heading, look, TextStyle.BODY, Tone.BAD, reason(problem)));
        if (conflict.deletedThere()) {
            Rows.text(
                    heading,
                    look,
                    TextStyle.BODY,
                    Tone.TEXT,
                    "What you changed cannot be sent any more. Copy what you need from it, then give it up.");
        } else if (both) {
            Rows.text(
                    heading,
                    look,
                    TextStyle.BODY,
                    Tone.DIM,
                    "Choose for each part what shall stand, or type it. Nothing is overwritten before you send.");
        }
    }

    private String title(boolean both) {
        if (conflict.deletedThere()) {
            return "Deleted on the server meanwhile";
        }
        return both ? "Changed here and on the server" : "Not accepted by the server";
    }

    private static String reason(Problem problem) {
        return problem.sentence();
    }

    private void fields(Composite content) {
        Map<Side, String> titles = conflict.change().conflicts() && !conflict.deletedThere() ? titles() : Map.of();
        for (Conflict.Field field : conflict.fields()) {
            FieldCard[] made = new FieldCard[1];
            made[0] = new FieldCard(content, look, new FieldDecision(field), titles, () -> changed(made[0]));
            cards.add(made[0]);
        }
    }

    private Map<Side, String> titles() {
        Map<Side, String> titles = new EnumMap<>(Side.class);
        titles.put(Side.BASE, "Before");
        titles.put(Side.MINE, "Yours, " + times.ago(conflict.mineAt()));
        String theirs = conflict.theirName().orElse("On the server");
        titles.put(
                Side.THEIRS,
                conflict.theirAt().map(at -> theirs + ", " + times.ago(at)).orElse(theirs));
        return titles;
    }

    private void changed(FieldCard card) {
        if (card.decision().canUndo()) {
            steps.push(card);
        }
        undo.setEnabled(!steps.isEmpty());
        complaint("");
    }

    private void undo() {
        if (!steps.isEmpty()) {
            FieldCard card = steps.pop();
            card.decision().undo();
            card.refresh();
            undo.setEnabled(!steps.isEmpty());
        }
    }

    private void send() {
        if (!cards.stream().allMatch(FieldCard::valid)) {
            complaint("A field above is not right yet.");
            return;
        }
        send.setEnabled(false);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        cards.forEach(card ->
                values.put(card.decision().field().name(), card.decision().raw()));
        actions.send(values);
    }

    /** It could not be kept. */
    void failed(String sentence) {
        send.setEnabled(true);
        complaint(sentence);
    }

    private void complaint(String sentence) {
        complaint.text(sentence);
        ((GridData) complaint.getLayoutData()).exclude = sentence.isEmpty();
        complaint.setVisible(!sentence.isEmpty());
        complaint.requestLayout();
    }

    @Override
    public boolean setFocus() {
        return cards.stream().anyMatch(FieldCard::setFocus) || send.setFocus();
    }
}
