package org.waystation.vault;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps the key of the profile's data, wrapped by a secret. At start it tries by itself what needs nobody: the file named
 * by the system property {@code waystation.unlock}, then the system's keyring where that was allowed. Where neither fits,
 * and each time after the profile was locked, the program asks for the passphrase.
 */
@ProviderType
public interface KeyVault {

    /** Where things stand. */
    enum State {
        /** Trying what needs nobody. */
        TRYING,
        /** The profile is new: the next secret becomes its secret. */
        NEW,
        /** The profile has a secret that has to be given. */
        LOCKED,
        /** As {@link #LOCKED}, and the server has to answer too: the machine was without it for too long. */
        EXPIRED,
        /** The key is in memory. */
        UNLOCKED
    }

    State state();

    /**
     * Calls the listener with the present state and each later one, on a thread of the vault.
     *
     * @return ends the listening
     */
    AutoCloseable listen(Consumer<State> listener);

    /**
     * Unlocks, or for a new profile sets, the key by a secret; takes about half a second in the background, longer where
     * the server has to be asked. Ends exceptionally with {@link UnlockException} where the secret does not fit; the state
     * stays as it was then.
     */
    CompletionStage<Void> unlock(UnlockSource source);

    /** Locks: the key is wiped and all that was opened with it is closed when the stage ends. */
    CompletionStage<Void> lock();

    /**
     * Lets the profile unlock by the system's keyring at start, or not any more. Ends exceptionally with {@link
     * UnlockException} where the keyring does not answer.
     */
    CompletionStage<Void> useKeyring(boolean use);
}
