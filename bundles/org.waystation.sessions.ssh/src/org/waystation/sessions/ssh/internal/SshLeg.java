package org.waystation.sessions.ssh.internal;

import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;

/** A session that is signed in, with the client it lives in. */
record SshLeg(SshClient client, ClientSession session) implements AutoCloseable {

    @Override
    public void close() {
        session.close(true);
        client.stop();
    }
}
