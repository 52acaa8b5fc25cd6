package org.waystation.server.database;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets that nobody has to remember: 256 random bits, in letters that need no quoting anywhere. */
public final class Secrets {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    public String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
