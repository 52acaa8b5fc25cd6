package org.waystation.samples.sessionprotocol;

import java.util.Optional;
import java.util.function.Consumer;
import org.waystation.api.session.RemoteConnection;
import org.waystation.api.session.RemoteFiles;
import org.waystation.api.session.SessionFailure;
import org.waystation.api.session.TerminalChannel;
import org.waystation.api.session.TerminalSize;

/** A connection that ends only when it is closed. */
final class EchoConnection implements RemoteConnection {

    private Consumer<Optional<SessionFailure>> listener = failure -> {};

    @Override
    public String protection() {
        return "Nothing leaves this machine";
    }

    @Override
    public TerminalChannel openTerminal(TerminalSize size) {
        return new EchoTerminal();
    }

    @Override
    public Optional<RemoteFiles> files() {
        return Optional.empty();
    }

    @Override
    public synchronized void onEnd(Consumer<Optional<SessionFailure>> newListener) {
        listener = newListener;
    }

    @Override
    public synchronized void close() {
        listener.accept(Optional.empty());
        listener = failure -> {};
    }
}
