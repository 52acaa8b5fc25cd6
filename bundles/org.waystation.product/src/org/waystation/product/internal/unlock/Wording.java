package org.waystation.product.internal.unlock;

import org.waystation.vault.SecretRules;

/** What the sheet asks for, and in which words. */
enum Wording {
    /** A new profile: the passphrase twice. */
    CHOOSE(
            "Choose a passphrase",
            "It protects everything Waystation keeps on this computer, and nobody can recover it for you.",
            "at least " + SecretRules.LEAST + " characters",
            "Protect this profile",
            "Protecting…"),
    /** A profile that has one. */
    UNLOCK(
            "Unlock",
            "The passphrase of this profile opens what Waystation keeps on this computer.",
            "",
            "Unlock",
            "Unlocking…"),
    /** A machine that was away from the server for too long, or whose access was taken away. */
    EXPIRED(
            "Unlock with the server",
            "This computer was without the server for longer than is allowed, or its access was taken away. With the "
                    + "server in reach the passphrase opens everything again; unsent changes are kept.",
            "",
            "Unlock",
            "Asking the server…");

    private final String title;
    private final String explanation;
    private final String hint;
    private final String action;
    private final String busy;

    Wording(String title, String explanation, String hint, String action, String busy) {
        this.title = title;
        this.explanation = explanation;
        this.hint = hint;
        this.action = action;
        this.busy = busy;
    }

    String title() {
        return title;
    }

    String explanation() {
        return explanation;
    }

    String hint() {
        return hint;
    }

    String action() {
        return action;
    }

    /** The action while it runs. */
    String busy() {
        return busy;
    }
}
