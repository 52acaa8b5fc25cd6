package org.waystation.credentials.internal;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes of six digits and 30 seconds (RFC 6238), as authenticator programs make them. */
final class OneTimeCodes {

    private static final int BITS_PER_LETTER = 5;
    private static final int BYTE = 8;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

    /** @param shared shared secret in base 32 */
    char[] code(char[] shared, Instant at) {
        byte[] key = decode(shared).orElseThrow(() -> new IllegalArgumentException("not base 32"));
        try {
            int code = generator.generateOneTimePassword(new SecretKeySpec(key, generator.getAlgorithm()), at);
            char[] digits = new char[generator.getPasswordLength()];
            for (int i = digits.length - 1; i >= 0; i--) {
                digits[i] = (char) ('0' + code % 10);
                code /= 10;
            }
            return digits;
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("not a key", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Base 32 (RFC 4648); spaces, dashes, padding and lower case are allowed as people copy them. Empty where it is none. */
    static Optional<byte[]> decode(char[] text) {
        byte[] bytes = new byte[text.length * BITS_PER_LETTER / BYTE];
        int buffer = 0;
        int bits = 0;
        int length = 0;
        for (char letter : text) {
            if (letter == ' ' || letter == '-' || letter == '=') {
                continue;
            }
            int value = value(letter);
            if (value < 0) {
                Arrays.fill(bytes, (byte) 0);
                return Optional.empty();
            }
            buffer = buffer << BITS_PER_LETTER | value;
            bits += BITS_PER_LETTER;
            if (bits >= BYTE) {
                bits -= BYTE;
                bytes[length++] = (byte) (buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        byte[] decoded = Arrays.copyOf(bytes, length);
        Arrays.fill(bytes, (byte) 0);
        return length == 0 ? Optional.empty() : Optional.of(decoded);
    }

    private static int value(char letter) {
        if (letter >= 'A' && letter <= 'Z') {
            return letter - 'A';
        }
        if (letter >= 'a' && letter <= 'z') {
            return letter - 'a';
        }
        return letter >= '2' && letter <= '7' ? letter - '2' + 26 : -1;
    }
}
