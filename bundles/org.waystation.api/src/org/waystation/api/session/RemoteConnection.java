package org.waystation.api.session;

import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;

/** A connection that is signed in. Its methods block and may be called from several threads. */
@ConsumerType
public interface RemoteConnection extends AutoCloseable {

    /** What protects it, for the technician, such as "curve25519-sha256, chacha20-poly1305@openssh.com". */
    String protection();

    /** Opens a terminal on the remote machine. */
    TerminalChannel openTerminal(TerminalSize size) throws SessionFailure, InterruptedException;

    /** The files of the remote machine; empty where the protocol has none. */
    Optional<RemoteFiles> files() throws SessionFailure, InterruptedException;

    /** Calls the listener once when the connection is no more, with the failure; empty where it was closed here. */
    void onEnd(Consumer<Optional<SessionFailure>> listener);

    @Override
    void close();
}
