package org.waystation.sessions.ui.internal.session;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.waystation.api.session.RemoteSession;
import org.waystation.api.session.SessionRequest;
import org.waystation.api.session.SessionState;
import org.waystation.shell.theme.Look;
import org.waystation.shell.theme.TextStyle;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.FlatButton;
import org.waystation.shell.widgets.Panel;
import org.waystation.shell.widgets.Pill;
import org.waystation.shell.widgets.TextLine;
import org.waystation.shell.widgets.Tint;
import org.waystation.shell.widgets.WidgetId;

/** The thin bar above a session: whose machine, for which ticket, how long, recorded or not. */
final class SessionBar extends Panel {

    private static final int HEIGHT = 40;
    private static final int SECOND = 1_000;

    private final RemoteSession session;
    private final TextLine clock;
    private final Pill state;
    private final FlatButton split;
    private final FlatButton files;

    SessionBar(Composite parent, Look look, RemoteSession session, String where, SessionActions actions) {
        super(parent, look, Tone.PANEL);
        this.session = session;
        setLayout(Columns.of(8, 12, 4, 10));
        SessionRequest request = session.request();
        TextLine title = new TextLine(this, look, TextStyle.BODY_STRONG, Tone.TEXT).text(request.title());
        title.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false));
        String address = request.target().user().isEmpty()
                ? request.target().address()
                : request.target().user() + "@" + request.target().address();
        TextLine place = new TextLine(this, look, TextStyle.SMALL, Tone.DIM)
                .text(where.isEmpty() ? address : where + "  ·  " + address);
        place.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Pill recording = new Pill(
                this,
                look,
                request.recorded() ? "Recording" : "Not recorded",
                request.recorded() ? Tint.BAD : Tint.NEUTRAL);
        recording.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false));
        state = new Pill(this, look, "Connecting", Tint.WARN);
        state.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false));
        clock = new TextLine(this, look, TextStyle.BODY, Tone.TEXT).text("0:00");
        GridData clockData = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        clockData.widthHint = 52;
        clock.setLayoutData(clockData);
        WidgetId.set(clock, "waystation.session.clock");
        files = WidgetId.set(
                new FlatButton(this, look, FlatButton.Kind.PLAIN).text("Files").onPress(actions::toggleFiles),
                "waystation.session.files");
        split = WidgetId.set(
                new FlatButton(this, look, FlatButton.Kind.PLAIN).text("Split").onPress(actions::split),
                "waystation.session.split");
        WidgetId.set(
                new FlatButton(this, look, FlatButton.Kind.PRIMARY).text("End").onPress(actions::end),
                "waystation.session.end");
        tick();
    }

    /** What the bar's buttons do. */
    interface SessionActions {

        void toggleFiles();

        void split();

        void end();
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        return new Point(super.computeSize(wHint, hHint, changed).x, HEIGHT);
    }

    void show(SessionState now) {
        boolean live = now instanceof SessionState.Live;
        files.setEnabled(live);
        split.setEnabled(live);
        switch (now) {
            case SessionState.Connecting connecting -> state.show("Connecting", Tint.WARN);
            case SessionState.Asking asking -> state.show("Waiting for you", Tint.WARN);
            case SessionState.Live shown -> state.show("Live", Tint.OK);
            case SessionState.Down down -> state.show("Not connected", Tint.BAD);
            case SessionState.Ended ended -> state.show("Ended", Tint.NEUTRAL);
        }
        layout();
    }

    private void tick() {
        if (!isDisposed()) {
            clock.text(SessionWords.clock(session.elapsed()));
            getDisplay().timerExec(SECOND, this::tick);
        }
    }
}
