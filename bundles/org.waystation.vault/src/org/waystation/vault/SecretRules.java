package org.waystation.vault;

import java.nio.CharBuffer;
import java.util.regex.Pattern;

/** What a new secret must be. The form says it while one types, and the vault keeps to it. */
public final class SecretRules {

    /**
     * Fewest characters (code points). Below twelve even Argon2id does not help against somebody who has the key file;
     * NIST SP 800-63B asks for at least eight where guesses can be limited, which they cannot be here.
     */
    public static final int LEAST = 12;

    private static final Pattern KEY = Pattern.compile("key:[0-9a-f]{64}");

    private SecretRules() {}

    /**
     * Whether the secret is a random key of 256 bits, written as {@code key:} and 64 hexadecimal digits, as unattended
     * machines have it in a file. Nobody guesses such a key, so making guesses costly would only make starts slow.
     */
    public static boolean isRandomKey(char[] secret) {
        return KEY.matcher(CharBuffer.wrap(secret)).matches();
    }

    public static boolean isLongEnough(char[] secret) {
        return Character.codePointCount(secret, 0, secret.length) >= LEAST;
    }
}
