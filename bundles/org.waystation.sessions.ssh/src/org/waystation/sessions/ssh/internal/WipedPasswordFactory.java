package org.waystation.sessions.ssh.internal;

import org.apache.sshd.client.auth.UserAuth;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.session.ClientSession;

/** Offers the password method over bytes that can be wiped; the library's own takes a String, which cannot. */
final class WipedPasswordFactory implements UserAuthFactory {

    private final SignIn signIn;

    WipedPasswordFactory(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public String getName() {
        return "password";
    }

    @Override
    public UserAuth createUserAuth(ClientSession session) {
        return new WipedPassword(signIn);
    }
}
