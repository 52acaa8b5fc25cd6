package org.waystation.sessions.ssh.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.ClientSession.ClientSessionEvent;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.waystation.api.session.HostKeyChange;
import org.waystation.api.session.SessionFailure;
import org.waystation.api.session.SessionFailure.Reason;
import org.waystation.api.session.SessionTarget;

/** Says in words what went wrong. */
final class SshFaults {

    private SshFaults() {}

    static SessionFailure hostKeyChanged(SessionTarget target, PublicKey known, PublicKey shown) {
        return new SessionFailure(
                new HostKeyChange(target.address(), KeyUtils.getFingerPrint(known), KeyUtils.getFingerPrint(shown)),
                target.address()
                        + " showed another key than the one it is known by, so nothing was sent. If the machine"
                        + " was set up anew, check the new fingerprint with whoever did it. If not, somebody may be"
                        + " listening in.");
    }

    /** Waits until keys are agreed on; a server that answers and then says no more ends here. */
    static void awaitHandshake(ClientSession session, SessionTarget target, Duration limit) throws IOException {
        Set<ClientSessionEvent> events = session.waitFor(
                EnumSet.of(ClientSessionEvent.WAIT_AUTH, ClientSessionEvent.AUTHED, ClientSessionEvent.CLOSED), limit);
        if (events.contains(ClientSessionEvent.TIMEOUT)) {
            throw new SessionFailure(
                    Reason.TIMEOUT,
                    target.address() + " took the connection and then said nothing for " + limit.toSeconds()
                            + " s. Is it an SSH server, and is it overloaded?",
                    null);
        }
        if (events.contains(ClientSessionEvent.CLOSED)) {
            throw new SessionFailure(
                    Reason.PROTOCOL,
                    target.address() + " closed the connection before signing in. It may not be an SSH server, allow no"
                            + " connection from here, or share no algorithm with this program.",
                    null);
        }
    }

    static SessionFailure of(SessionTarget target, IOException fault) {
        if (fault instanceof SessionFailure named) {
            return named;
        }
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return failure(Reason.UNREACHABLE, "There is no machine named " + target.host() + ".", fault);
            }
            if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return failure(Reason.UNREACHABLE, "Nothing answers at " + target.address() + ".", fault);
            }
            if (cause instanceof TimeoutException) {
                return failure(Reason.TIMEOUT, target.address() + " did not answer in time.", fault);
            }
            if (cause instanceof SshException ssh
                    && ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE) {
                return failure(
                        Reason.REFUSED_SIGN_IN,
                        target.address() + " did not accept the sign-in. Check user, password, key or code.",
                        fault);
            }
        }
        return failure(
                Reason.PROTOCOL, "The connection to " + target.address() + " failed: " + fault.getMessage(), fault);
    }

    private static SessionFailure failure(Reason reason, String message, Throwable cause) {
        return new SessionFailure(reason, message, cause);
    }
}
