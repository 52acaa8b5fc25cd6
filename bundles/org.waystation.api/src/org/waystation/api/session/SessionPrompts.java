package org.waystation.api.session;

import java.util.Optional;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;
import org.waystation.api.vault.Secret;

/** What a protocol may ask while it connects; every call blocks until there is an answer. */
@ProviderType
public interface SessionPrompts {

    /**
     * Asks whether a host is to be trusted that was never seen before. A host whose key has changed is never asked about:
     * the protocol refuses it.
     *
     * @param keyType as the protocol names it, such as {@code ssh-ed25519}
     * @param fingerprint as people compare it, such as {@code SHA256:…}
     */
    boolean trust(SessionTarget host, String keyType, String fingerprint) throws InterruptedException;

    /**
     * Asks for something to be typed.
     *
     * @param what names it, in words of ours or of the server's; foreign text, shown as such
     * @param hidden whether it is masked while it is typed
     * @return a fresh array that the caller wipes; empty where the technician declined
     */
    Optional<char[]> ask(SessionTarget host, String what, boolean hidden) throws InterruptedException;

    /**
     * Lends the target's credential for the length of a call; empty where the target names none.
     *
     * @throws SessionFailure where it is named and cannot be had
     */
    <T> Optional<T> withSecret(SessionTarget target, Function<Secret, T> use)
            throws SessionFailure, InterruptedException;

    /** Says what is going on, such as "Signing in". */
    void progress(String sentence);
}
