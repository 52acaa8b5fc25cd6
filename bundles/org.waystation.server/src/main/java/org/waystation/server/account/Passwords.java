package org.waystation.server.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes of passwords: Argon2id (RFC 9106) with the memory and passes that OWASP's password storage cheat sheet names,
 * written as the reference program writes them. Two at a time, so that a flood of attempts does not take all memory.
 */
public final class Passwords {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LENGTH_MIN = 12;
    private static final int LENGTH_MAX = 200;
    private static final int AT_ONCE = 2;
    private static final Pattern ENCODED =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([^$]+)\\$([^$]+)");

    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns = new Semaphore(AT_ONCE);
    /** Of no password that anybody knows: checked where there is no account, so that both take as long. */
    private final String nobodys;

    public Passwords() {
        byte[] unknown = new byte[HASH_BYTES];
        random.nextBytes(unknown);
        this.nobodys = hash(Base64.getEncoder().encodeToString(unknown));
    }

    /** What is wrong with a new password, in words for the person; empty where it will do (NIST SP 800-63B). */
    public Optional<String> problem(String password, String email) {
        if (password.codePointCount(0, password.length()) < LENGTH_MIN) {
            return Optional.of("Take at least " + LENGTH_MIN + " characters; a few words make a good password.");
        }
        if (password.length() > LENGTH_MAX) {
            return Optional.of("Take at most " + LENGTH_MAX + " characters.");
        }
        String name = email.contains("@") ? email.substring(0, email.indexOf('@')) : email;
        if (name.length() > 3
                && password.toLowerCase(java.util.Locale.ROOT).contains(name.toLowerCase(java.util.Locale.ROOT))) {
            return Optional.of("It must not contain your address.");
        }
        if (password.chars().distinct().count() < 5) {
            return Optional.of("It repeats too few characters.");
        }
        return Optional.empty();
    }

    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = derive(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    /**
     * @param encoded the hash that is kept; empty where there is none, which takes as long and is never right
     */
    public boolean matches(String password, Optional<String> encoded) {
        Matcher parts = ENCODED.matcher(encoded.orElse(nobodys));
        if (!parts.matches()) {
            throw new IllegalStateException("A stored password hash is damaged.");
        }
        byte[] wanted = Base64.getDecoder().decode(parts.group(5));
        byte[] given = derive(
                password,
                Base64.getDecoder().decode(parts.group(4)),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                wanted.length);
        return MessageDigest.isEqual(wanted, given) && encoded.isPresent();
    }

    private byte[] derive(String password, byte[] salt, int memory, int passes, int lanes, int length) {
        turns.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memory)
                    .withIterations(passes)
                    .withParallelism(lanes)
                    .withSalt(salt)
                    .build());
            byte[] hash = new byte[length];
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            turns.release();
        }
    }
}
