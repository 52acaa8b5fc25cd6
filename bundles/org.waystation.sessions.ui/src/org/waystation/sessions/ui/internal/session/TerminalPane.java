package org.waystation.sessions.ui.internal.session;

import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.e4.ui.bindings.keys.KeyBindingDispatcher;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.waystation.api.session.RemoteSession;
import org.waystation.api.session.RemoteSession.Terminal;
import org.waystation.api.session.RemoteSession.TerminalSink;
import org.waystation.sessions.ui.internal.SessionDesk;
import org.waystation.sessions.ui.internal.terminal.FindBar;
import org.waystation.sessions.ui.internal.terminal.PasteSheet;
import org.waystation.sessions.ui.internal.terminal.ProgramKeys;
import org.waystation.sessions.ui.internal.terminal.TerminalView;
import org.waystation.shell.theme.Tone;
import org.waystation.shell.widgets.Panel;

/** One terminal of a session, with its find bar. */
final class TerminalPane extends Panel {

    private final SessionDesk desk;
    private final RemoteSession session;
    private final TerminalView view;
    private final AtomicReference<@Nullable Terminal> terminal = new AtomicReference<>();
    private Runnable closed = () -> {};

    TerminalPane(Composite parent, SessionDesk desk, RemoteSession session, @Nullable KeyBindingDispatcher bindings) {
        super(parent, desk.look(), Tone.EDITOR);
        this.desk = desk;
        this.session = session;
        setLayout(Columns.of(1, 0, 0, 0));
        FindBar find = new FindBar(this, desk.look());
        view = Columns.grow(new TerminalView(this, desk.look(), desk.background(), this::send));
        find.searches(view, desk.background(), desk.ui());
        view.onFind(find::open);
        view.onLink(desk::openLink);
        new PasteSheet(desk.look()).asksFor(view);
        new ProgramKeys(bindings).keptBy(view);
        view.onResize(size -> {
            Terminal open = terminal.get();
            if (open != null) {
                open.resize(size);
            }
        });
        addListener(SWT.Dispose, e -> close());
    }

    void onClosed(Runnable listener) {
        closed = listener;
    }

    TerminalView view() {
        return view;
    }

    /** Opens the terminal on the remote machine, once this has its size. */
    void open() {
        TerminalSink sink = new TerminalSink() {
            @Override
            public void output(byte[] bytes, int length) {
                desk.turns().take(length, () -> view.feed(bytes, length));
            }

            @Override
            public void closed() {
                desk.ui().execute(() -> {
                    terminal.set(null);
                    closed.run();
                });
            }
        };
        desk.follow(
                session.openTerminal(view.size(), sink),
                opened -> {
                    terminal.set(opened);
                    if (isDisposed()) {
                        opened.close();
                    } else {
                        opened.resize(view.size());
                    }
                },
                reason -> desk.tell("No terminal could be opened", reason));
    }

    private void send(byte[] bytes) {
        Terminal open = terminal.get();
        if (open != null) {
            open.write(bytes);
        }
    }

    private void close() {
        Terminal open = terminal.getAndSet(null);
        if (open != null) {
            open.close();
        }
    }

    @Override
    public boolean setFocus() {
        return view.setFocus();
    }
}
