package org.waystation.api.signin;

import java.net.URI;
import java.util.Optional;

/**
 * How it stands with signing in.
 *
 * @param server where one is signed in, is signing in, or was before
 * @param page what is to be opened in the browser while one signs in
 * @param code what is to be typed on that page; empty where the browser comes back by itself
 * @param fault why the last attempt came to nothing, or the sign-in ended, in words for the technician
 */
public record SignInStatus(
        Phase phase, Optional<URI> server, Optional<URI> page, Optional<String> code, Optional<String> fault) {

    /** The state of signing in. */
    public enum Phase {
        /** The profile is locked, so that it is not known yet. */
        LOCKED,
        /** Nobody is signed in. */
        SIGNED_OUT,
        /** The server is asked how to sign in. */
        STARTING,
        /** The browser has the word. */
        WAITING,
        SIGNED_IN
    }

    /** Where nobody has signed in anywhere. */
    public static SignInStatus signedOut(Optional<String> fault) {
        return signedOut(Optional.empty(), fault);
    }

    /** @param server where one was signed in, or tried to */
    public static SignInStatus signedOut(Optional<URI> server, Optional<String> fault) {
        return new SignInStatus(Phase.SIGNED_OUT, server, Optional.empty(), Optional.empty(), fault);
    }
}
