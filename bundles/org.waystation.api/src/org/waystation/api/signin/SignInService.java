package org.waystation.api.signin;

import java.net.URI;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Signs this workstation in. Every call returns at once; what comes of it is told to the listeners. */
@ProviderType
public interface SignInService {

    SignInStatus status();

    /**
     * Signs in through the system's browser, which comes back to this program by itself. An attempt that is under way
     * is given up.
     *
     * @param server its address; https, or on this machine
     */
    void signIn(URI server);

    /** Signs in by a code that is typed on a page of the server, in any browser. */
    void signInByCode(URI server);

    /** Gives up an attempt that is under way. */
    void cancel();

    /** Signs out, here at once and at the server as soon as it can be reached; work that was not sent stays. */
    void signOut();

    /**
     * Delivers the present status and each later one.
     *
     * @return ends the listening
     */
    AutoCloseable listen(Executor deliverOn, Consumer<SignInStatus> listener);
}
