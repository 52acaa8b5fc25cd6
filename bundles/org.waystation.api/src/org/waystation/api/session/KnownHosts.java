package org.waystation.api.session;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** The hosts whose keys were trusted. Stages end exceptionally where this machine could not read or keep them. */
@ProviderType
public interface KnownHosts {

    /** All of them, by address. */
    CompletionStage<List<KnownHost>> all();

    /** Forgets a host, so that its key is asked about again; for a machine that was set up anew. */
    CompletionStage<Void> forget(String address);

    /**
     * A host and its key.
     *
     * @param address host and port
     * @param fingerprint such as {@code SHA256:…}
     */
    record KnownHost(String address, String keyType, String fingerprint) {}
}
