package org.waystation.backend.msp;

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
     * Calls the listener, on any thread, after address or token have changed.
     *
     * @return ends the listening
     */
    AutoCloseable onChange(Runnable listener);
}
