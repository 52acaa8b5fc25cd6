package org.waystation.api.signin;

import org.osgi.annotation.versioning.ProviderType;

/** Asks the technician to sign in. There where somebody can sign in and a screen to do so is at hand. */
@ProviderType
public interface SignInPrompt {

    /** Shows where to sign in; callable from any thread, returns at once. */
    void open();
}
