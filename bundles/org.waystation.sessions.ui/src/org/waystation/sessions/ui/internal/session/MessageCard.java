package org.waystation.sessions.ui.internal.session;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
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
        for (var child : place.getChildren()) {
            child.dispose();
        }
        Card card = Columns.fill(new Card(place, look));
        card.setLayout(Columns.of(1, 20, 18, 12));
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

    private void down(Composite card, SessionFailure failure) {
        boolean changed = failure.reason() == SessionFailure.Reason.HOST_KEY_CHANGED;
        title(card, changed ? "This is not the machine that is known by this name" : "Not connected");
        WidgetId.set(
                Columns.fill(new WrappedText(card, look, TextStyle.BODY, changed ? Tone.BAD : Tone.TEXT)
                        .text(String.valueOf(failure.getMessage()))),
                "waystation.session.failure");
        buttons(card, "Connect again", session::reconnect, "End").setFocus();
    }

    private FlatButton buttons(Composite card, String yes, Runnable run, String no) {
        Panel row = new Panel(card, look, Tone.PANEL);
        row.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, true, false));
        row.setLayout(Columns.of(2, 0, 0, 8));
        FlatButton refuse =
                new FlatButton(row, look, FlatButton.Kind.PLAIN).text(no).onPress(session::end);
        if (yes.isEmpty()) {
            return refuse;
        }
        return WidgetId.set(
                new FlatButton(row, look, FlatButton.Kind.PRIMARY).text(yes).onPress(run), "waystation.session.yes");
    }
}
