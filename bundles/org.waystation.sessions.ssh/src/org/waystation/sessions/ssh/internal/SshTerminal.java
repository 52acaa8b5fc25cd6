package org.waystation.sessions.ssh.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.waystation.api.session.TerminalChannel;
import org.waystation.api.session.TerminalSize;

/** A shell of the remote machine. What is not read stays in SSH's window, so that the server stops sending. */
final class SshTerminal implements TerminalChannel {

    private static final Duration STATUS_PATIENCE = Duration.ofSeconds(10);

    private final ChannelShell channel;
    private final InputStream out;
    private final OutputStream in;

    SshTerminal(ChannelShell channel) {
        this.channel = channel;
        this.out = channel.getInvertedOut();
        this.in = channel.getInvertedIn();
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        int length = out.read(buffer);
        if (length < 0 && !ended()) {
            throw new IOException("The connection was lost before the shell said that it has ended");
        }
        return length;
    }

    /** A shell that ends says with what status or by which signal (RFC 4254, 6.10); soon after its last output. */
    private boolean ended() {
        channel.waitFor(
                EnumSet.of(ClientChannelEvent.EXIT_STATUS, ClientChannelEvent.EXIT_SIGNAL, ClientChannelEvent.CLOSED),
                STATUS_PATIENCE);
        return channel.getExitStatus() != null || channel.getExitSignal() != null;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        in.write(bytes);
        in.flush();
    }

    @Override
    public void resize(TerminalSize size) throws IOException {
        channel.sendWindowChange(size.columns(), size.rows());
    }

    @Override
    public void close() {
        channel.close(true);
    }
}
