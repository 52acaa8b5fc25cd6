package org.waystation.api.profile;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The key of the profile's encrypted data. The service is there from the start; its stages wait until the profile was
 * unlocked. A profile may be locked and unlocked any number of times while the program runs.
 */
@ProviderType
public interface ProfileKey {

    /** Length of the key in bytes (256 bits). */
    int LENGTH = 32;

    /**
     * Gives a copy of the key once the profile is unlocked; whoever gets it wipes it after use. Ends exceptionally where
     * the profile cannot be unlocked any more.
     */
    CompletionStage<byte[]> dataKey();

    /**
     * Calls the listener each time the profile is locked, on a thread of the vault that waits for its return: by then it
     * has wiped what it has of the key and closed what it opened with it. It asks for {@link #dataKey()} anew, which
     * waits for the next unlocking.
     *
     * @return ends the listening
     */
    default AutoCloseable onLock(Runnable letGo) {
        return () -> {}; // a key that is never taken away
    }
}
