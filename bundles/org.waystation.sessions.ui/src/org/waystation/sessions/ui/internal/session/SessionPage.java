package org.waystation.sessions.ui.internal.session;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.e4.ui.bindings.keys.KeyBindingDispatcher;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.api.session.RemoteSession;
import org.waystation.api.session.SessionState;
import org.waystation.sessions.ui.internal.SessionDesk;
import org.waystation.sessions.ui.internal.files.FilesPane;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;

/** A session that is open: its bar, its terminals side by side, its files. */
public final class SessionPage extends Panel implements SessionBar.SessionActions {

    private static final int TERMINALS_MOST = 4;

    private final SessionDesk desk;
    private final RemoteSession session;
    private final @Nullable KeyBindingDispatcher bindings;
    private final SessionBar bar;
    private final Panel body;
    private final StackLayout stack = new StackLayout();
    private final MessageCard message;
    private final SashForm sides;
    private final SashForm terminals;
    private final List<TerminalPane> panes = new ArrayList<>();
    private final AutoCloseable listening;
    private @Nullable FilesPane files;
    private Runnable ended = () -> {};
    private boolean wasLive;

    /** @param where company and ticket, for the eye */
    public SessionPage(
            Composite parent,
            SessionDesk desk,
            RemoteSession session,
            String where,
            @Nullable KeyBindingDispatcher bindings) {
        super(parent, desk.look(), Tone.EDITOR);
        this.desk = desk;
        this.session = session;
        this.bindings = bindings;
        setLayout(Columns.of(1, 0, 0, 0));
        bar = Columns.fill(new SessionBar(this, desk.look(), session, where, this));
        body = Columns.grow(new Panel(this, desk.look(), Tone.EDITOR));
        body.setLayout(stack);
        message = new MessageCard(body, desk.look(), session);
        sides = new SashForm(body, SWT.VERTICAL | SWT.SMOOTH);
        sides.setSashWidth(4);
        sides.setBackground(desk.look().color(Tone.LINE));
        terminals = new SashForm(sides, SWT.HORIZONTAL | SWT.SMOOTH);
        terminals.setSashWidth(4);
        terminals.setBackground(desk.look().color(Tone.LINE));
        desk.look().onChange(this, () -> {
            sides.setBackground(desk.look().color(Tone.LINE));
            terminals.setBackground(desk.look().color(Tone.LINE));
        });
        stack.topControl = message;
        listening = session.onChange(() -> desk.ui().execute(this::show));
        addListener(SWT.Dispose, e -> stopListening());
        show();
    }

    private void stopListening() {
        try {
            listening.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Called once, when the session is over. */
    public void onEnded(Runnable listener) {
        ended = listener;
        if (session.state() instanceof SessionState.Ended) {
            listener.run();
        }
    }

    private void show() {
        if (isDisposed()) {
            return;
        }
        SessionState state = session.state();
        bar.show(state);
        boolean live = state instanceof SessionState.Live;
        if (live && !wasLive) {
            if (panes.isEmpty()) {
                add();
            } else {
                panes.forEach(TerminalPane::open);
            }
        } else if (state instanceof SessionState.Ended) {
            ended.run();
            return;
        }
        wasLive = live;
        if (!live) {
            message.show(state);
        }
        stack.topControl = live ? sides : message;
        body.layout(true, true);
        if (live) {
            focusLast();
        }
    }

    /** Once it is on the screen, since what is not cannot take the focus. */
    private void focusLast() {
        getDisplay().asyncExec(() -> {
            if (!isDisposed() && !panes.isEmpty()) {
                panes.getLast().setFocus();
            }
        });
    }

    private void add() {
        TerminalPane pane = new TerminalPane(terminals, desk, session, bindings);
        panes.add(pane);
        pane.onClosed(() -> closed(pane));
        stack.topControl = sides;
        body.layout(true, true);
        terminals.layout(true, true);
        pane.open();
        focusLast();
    }

    /** The remote shell has ended. The last one ends the session, as logging out does. */
    private void closed(TerminalPane pane) {
        if (isDisposed() || !(session.state() instanceof SessionState.Live)) {
            return;
        }
        if (panes.size() == 1) {
            session.end();
        } else if (panes.remove(pane)) {
            pane.dispose();
            terminals.layout(true, true);
            panes.getLast().setFocus();
        }
    }

    @Override
    public void toggleFiles() {
        if (files == null) {
            files = new FilesPane(sides, desk, session);
            sides.setWeights(60, 40);
        } else {
            boolean hide = sides.getMaximizedControl() == null;
            sides.setMaximizedControl(hide ? terminals : null);
        }
        sides.layout(true, true);
        if (files != null && sides.getMaximizedControl() == null) {
            files.setFocus();
        }
    }

    @Override
    public void split() {
        if (session.state() instanceof SessionState.Live && panes.size() < TERMINALS_MOST) {
            add();
        }
    }

    @Override
    public void end() {
        session.end();
    }

    @Override
    public boolean setFocus() {
        if (wasLive && !panes.isEmpty()) {
            return panes.getLast().setFocus();
        }
        return !message.isDisposed() && message.setFocus();
    }
}
