package org.waystation.api.profile;

import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * For how long this machine may show its data without a word from the server. Once it is over, or was taken away, the
 * profile locks; what was not sent stays sealed and comes back once the server has answered again.
 */
@ProviderType
public interface OfflineLease {

    int LEAST_DAYS = 1;
    int MOST_DAYS = 90;

    /** Where the server does not say otherwise. */
    int DEFAULT_DAYS = 7;

    /**
     * The server has answered: the lease begins anew.
     *
     * @param days as the server wants it; brought within {@link #LEAST_DAYS} and {@link #MOST_DAYS}
     */
    void renew(int days);

    /** The server takes the access away: locks at once, and only the server can give it back. */
    void revoke();

    /** What is left of it; empty while the profile is locked. */
    Optional<Duration> left();
}
