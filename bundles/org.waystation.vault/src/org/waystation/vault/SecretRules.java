package org.waystation.vault;

/** What a new secret must be. The form says it while one types, and the vault keeps to it. */
public final class SecretRules {

    /**
     * Fewest characters (code points). Below twelve even Argon2id does not help against somebody who has the key file;
     * NIST SP 800-63B asks for at least eight where guesses can be limited, which they cannot be here.
     */
    public static final int LEAST = 12;

    private SecretRules() {}

    public static boolean isLongEnough(char[] secret) {
        return Character.codePointCount(secret, 0, secret.length) >= LEAST;
    }
}
