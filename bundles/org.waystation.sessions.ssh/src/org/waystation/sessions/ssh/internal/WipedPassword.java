package org.waystation.sessions.ssh.internal;

import java.util.Optional;
import org.apache.sshd.client.auth.AbstractUserAuth;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.util.buffer.Buffer;

/** The password method (RFC 4252, section 8). */
final class WipedPassword extends AbstractUserAuth {

    private final SignIn signIn;

    WipedPassword(SignIn signIn) {
        super("password");
        this.signIn = signIn;
    }

    @Override
    protected boolean sendAuthDataRequest(ClientSession session, String service) throws Exception {
        Optional<byte[]> password = signIn.passwordOnce();
        if (password.isEmpty()) {
            return false;
        }
        Buffer buffer = session.createBuffer(SshConstants.SSH_MSG_USERAUTH_REQUEST);
        buffer.putString(session.getUsername());
        buffer.putString(service);
        buffer.putString(getName());
        buffer.putBoolean(false);
        buffer.putBytes(password.get());
        session.writePacket(buffer);
        return true;
    }

    /** The server wants another password: that is not done from here, so this method has failed. */
    @Override
    protected boolean processAuthDataRequest(ClientSession session, String service, Buffer buffer) {
        return false;
    }
}
