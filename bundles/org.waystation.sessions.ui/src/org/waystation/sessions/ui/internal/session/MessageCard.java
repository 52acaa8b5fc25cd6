package org.waystation.sessions.ui.internal.session;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.waystation.api.session.HostKeyChange;
import org.waystation.api.session.RemoteSession;
import org.waystation.api.session.SessionFailure;
import org.waystation.api.session.SessionState;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Card;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.Toggle;
import org.waystation.shell.widgets.WidgetId;
import org.waystation.shell.widgets.WrappedText;

/** What stands in place of the terminal while there is none: how far it is, a question, or why not. */
final class MessageCard extends Panel {

    private static final int WIDTH = 560;

    private final Look look;
    private final RemoteSession session;
    private final Panel place;

    MessageCard(Composite parent, Look look, RemoteSession session) {
        super(parent, look, Tone.EDITOR);
        this.look = look;
        this.session = session;
        setLayout(Columns.of(1, 20, 60, 0));
        place = new Panel(this, look, Tone.EDITOR);
        GridData data = new GridData(SWT.CENTER, SWT.TOP, true, false);
        data.widthHint = WIDTH;
        place.setLayoutData(data);
        place.setLayout(Columns.of(1, 0, 0, 0));
    }

    void show(SessionState state) {
        Card card = emptied();
        switch (state) {
            case SessionState.Connecting connecting -> {
                title(card, connecting.sentence() + " …");
                buttons(card, "", () -> {}, "Cancel");
            }
            case SessionState.Asking asking -> ask(card, asking);
            case SessionState.Down down -> down(card, down.failure());
            case SessionState.Live live -> title(card, "Opening the terminal …");
            case SessionState.Ended ended -> title(card, "The session has ended.");
        }
        layout(true, true);
    }

    private Card emptied() {
        for (var child : place.getChildren()) {
            child.dispose();
        }
        Card card = Columns.fill(new Card(place, look));
        card.setLayout(Columns.of(1, 20, 18, 12));
        return card;
    }

    private void title(Composite card, String text) {
        Columns.fill(new WrappedText(card, look, TextStyle.BODY_STRONG, Tone.TEXT).text(text));
    }

    private void ask(Composite card, SessionState.Asking asking) {
        boolean trust = asking.kind() == SessionState.Asking.Kind.TRUST;
        title(card, asking.text());
        if (trust) {
            WidgetId.set(
                    Columns.fill(new WrappedText(card, look, TextStyle.CODE, Tone.TEXT).text(asking.detail())),
                    "waystation.session.fingerprint");
            Columns.fill(new WrappedText(card, look, TextStyle.SMALL, Tone.DIM)
                    .text(
                            "Compare it with what whoever set up the machine says. It is remembered, and any other key will"
                                    + " be refused from then on."));
            FlatButton yes = buttons(
                    card,
                    "Trust and connect",
                    () -> session.answer(asking, Optional.of(new char[0])),
                    "Do not connect");
            yes.setFocus();
        } else {
            Columns.fill(new TextLine(card, look, TextStyle.SMALL, Tone.DIM).text("asked by " + asking.detail()));
            int hidden = asking.kind() == SessionState.Asking.Kind.HIDDEN ? SWT.PASSWORD : SWT.NONE;
            Text field = Columns.fill(new Text(card, SWT.SINGLE | SWT.BORDER | hidden));
            field.setFont(look.font(TextStyle.BODY));
            field.setBackground(look.color(Tone.EDITOR));
            field.setForeground(look.color(Tone.TEXT));
            WidgetId.set(field, "waystation.session.answer");
            WidgetId.name(field, asking.text());
            Runnable send = () -> {
                char[] typed = field.getTextChars();
                field.setText("");
                session.answer(asking, Optional.of(typed));
            };
            field.addListener(SWT.DefaultSelection, e -> send.run());
            buttons(card, "Continue", send, "Cancel");
            field.setFocus();
        }
    }

    private void down(Card card, SessionFailure failure) {
        Optional<HostKeyChange> change = failure.hostKeyChange();
        title(card, change.isPresent() ? "This is not the machine that is known by this name" : "Not connected");
        WidgetId.set(
                Columns.fill(new WrappedText(card, look, TextStyle.BODY, change.isPresent() ? Tone.BAD : Tone.TEXT)
                        .text(String.valueOf(failure.getMessage()))),
                "waystation.session.failure");
        change.ifPresent(keys -> fingerprints(card, keys));
        FlatButton again = buttons(card, "Connect again", session::reconnect, "End");
        change.ifPresent(keys -> WidgetId.set(
                        new FlatButton(again.getParent(), look, FlatButton.Kind.PLAIN)
                                .text("Forget the known key…")
                                .onPress(() -> getDisplay().asyncExec(() -> confirm(failure, keys))),
                        "waystation.session.forget")
                .moveAbove(again));
        again.setFocus();
    }

    private void fingerprints(Card card, HostKeyChange keys) {
        Panel table = Columns.fill(new Panel(card, look, Tone.PANEL));
        table.setLayout(Columns.of(2, 0, 0, 8));
        fingerprint(table, "Known", keys.known(), "waystation.session.known");
        fingerprint(table, "Shown now", keys.shown(), "waystation.session.shown");
    }

    private void fingerprint(Panel table, String label, String fingerprint, String id) {
        TextLine name = new TextLine(table, look, TextStyle.SMALL, Tone.DIM).text(label);
        name.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        WidgetId.set(Columns.fill(new WrappedText(table, look, TextStyle.CODE, Tone.TEXT).text(fingerprint)), id);
    }

    /** Asks before a known key is forgotten, since from then on this machine can no longer tell an impostor. */
    private void confirm(SessionFailure failure, HostKeyChange keys) {
        if (isDisposed()) {
            return;
        }
        Card card = emptied();
        title(card, "Forget the key of " + keys.address() + "?");
        Columns.fill(new WrappedText(card, look, TextStyle.BODY, Tone.TEXT)
                .text("Only if somebody you can ask says that the machine has a new key, and that it is the second one"
                        + " here. You are asked about the new key once more before anything is sent. The audit trail"
                        + " keeps both fingerprints."));
        fingerprints(card, keys);
        Toggle checked = new Toggle(card, look, "I have compared the new fingerprint");
        WidgetId.set(checked, "waystation.session.compared");
        FlatButton forget = buttons(
                card,
                "Forget and connect",
                session::forgetHostKey,
                "Back",
                () -> getDisplay().asyncExec(() -> {
                    if (!isDisposed()) {
                        show(new SessionState.Down(failure));
                    }
                }));
        forget.setEnabled(false);
        checked.onChange(forget::setEnabled);
        layout(true, true);
        checked.setFocus();
    }

    private FlatButton buttons(Composite card, String yes, Runnable run, String no) {
        return buttons(card, yes, run, no, session::end);
    }

    private FlatButton buttons(Composite card, String yes, Runnable run, String no, Runnable leave) {
        Panel row = new Panel(card, look, Tone.PANEL);
        row.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, true, false));
        row.setLayout(Columns.beside(8));
        FlatButton refuse =
                new FlatButton(row, look, FlatButton.Kind.PLAIN).text(no).onPress(leave);
        if (yes.isEmpty()) {
            return refuse;
        }
        return WidgetId.set(
                new FlatButton(row, look, FlatButton.Kind.PRIMARY).text(yes).onPress(run), "waystation.session.yes");
    }
}
