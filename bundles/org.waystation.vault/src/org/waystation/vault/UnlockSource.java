package org.waystation.vault;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** Where a secret comes from: somebody who types it, a file, the system's keyring. */
@ConsumerType
@FunctionalInterface
public interface UnlockSource {

    /** Gives a fresh copy, which the vault wipes after use. Called once for each attempt, off the UI thread. */
    char[] secret() throws IOException;

    /** A passphrase as somebody typed it; the given array is wiped with the first use. */
    static UnlockSource typed(char[] passphrase) {
        return () -> passphrase;
    }
}
