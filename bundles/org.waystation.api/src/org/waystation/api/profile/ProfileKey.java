package org.waystation.api.profile;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The key of the profile's encrypted data. The service is there from the start; its stages wait until the profile was
 * unlocked.
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
}
