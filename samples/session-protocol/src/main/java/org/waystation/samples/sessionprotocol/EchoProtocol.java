package org.waystation.samples.sessionprotocol;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.waystation.api.session.RemoteConnection;
import org.waystation.api.session.SessionPrompts;
import org.waystation.api.session.SessionProtocol;
import org.waystation.api.session.SessionTarget;

/** The simplest protocol there can be: its terminal says back what is typed, and no machine is reached. */
@Component
public final class EchoProtocol implements SessionProtocol {

    private static final int PORT = 7;

    @Activate
    public EchoProtocol() {}

    @Override
    public String id() {
        return "echo";
    }

    @Override
    public String label() {
        return "Echo";
    }

    /** That of the echo protocol (RFC 862). */
    @Override
    public int defaultPort() {
        return PORT;
    }

    @Override
    public RemoteConnection connect(SessionTarget target, SessionPrompts prompts) {
        prompts.progress("Listening to yourself");
        return new EchoConnection();
    }
}
