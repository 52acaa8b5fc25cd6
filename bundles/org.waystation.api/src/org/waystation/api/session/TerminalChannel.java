package org.waystation.api.session;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** A terminal of the remote machine: bytes both ways. Reading holds up the sender, so a flood costs no memory. */
@ConsumerType
public interface TerminalChannel extends AutoCloseable {

    /**
     * Waits for output; returns how many bytes there were, -1 where the shell has ended.
     *
     * @throws IOException where the connection was lost, which is not the shell's doing
     */
    int read(byte[] buffer) throws IOException;

    void write(byte[] bytes) throws IOException;

    void resize(TerminalSize size) throws IOException;

    @Override
    void close();
}
