package org.waystation.backend.msp;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.waystation.api.sync.BackendException;

/** Knows the way in to the MSP server. Published as a service by whoever signs the technician in. */
@ConsumerType
public interface ServerConnection {

    /**
     * Where to connect and with which token, as it stands now; asked again for each new sign-in.
     *
     * @throws BackendException where there is no way in at present, with the cause that decides when to ask again
     */
    ServerAccess access() throws BackendException;

    /**
     * A newer token for the same server where the last one is about to end; asked before each request.
     *
     * @return empty where the last one still does
     */
    default Optional<AccessToken> renewed() throws BackendException {
        return Optional.empty();
    }

    /**
     * Calls the listener, on any thread, after address or token have changed.
     *
     * @return ends the listening
     */
    AutoCloseable onChange(Runnable listener);
}
