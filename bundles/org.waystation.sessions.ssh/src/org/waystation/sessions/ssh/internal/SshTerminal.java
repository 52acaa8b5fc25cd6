package org.waystation.sessions.ssh.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.sshd.client.channel.ChannelShell;
import org.waystation.api.session.TerminalChannel;
import org.waystation.api.session.TerminalSize;

/** A shell of the remote machine. What is not read stays in SSH's window, so that the server stops sending. */
final class SshTerminal implements TerminalChannel {

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
        return out.read(buffer);
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
