package org.waystation.vault.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waystation.vault.UnlockException;
import org.waystation.vault.UnlockException.Reason;

/**
 * The key on disk, wrapped under the passphrase. Lines of {@code name=value}, the last of which is a checksum, so that
 * damage is told from a wrong secret.
 */
final class KeyFile {

    private static final String FORMAT = "1";
    private static final Base64.Encoder TO_TEXT = Base64.getEncoder();
    private static final Base64.Decoder FROM_TEXT = Base64.getDecoder();

    private final TwoGenerations file;

    KeyFile(Path folder) {
        this.file = new TwoGenerations(folder, "profile.key");
    }

    /** The newest generation that is whole; empty for a new profile. */
    Optional<WrappedKey> read() throws UnlockException {
        List<String> generations;
        try {
            generations = file.read();
        } catch (IOException e) {
            throw new UnlockException(
                    Reason.UNREADABLE,
                    "The key file in " + file.folder() + " cannot be read: check your rights to it.",
                    e);
        }
        for (String text : generations) {
            try {
                return Optional.of(parse(text));
            } catch (IllegalArgumentException e) {
                continue; // the other generation may be whole
            }
        }
        if (!generations.isEmpty()) {
            throw new UnlockException(
                    Reason.DAMAGED,
                    "The key files in " + file.folder()
                            + " are damaged, and without them the local data cannot be "
                            + "read. Restore profile.key from a backup, or move the folder away to begin anew.",
                    null);
        }
        return Optional.empty();
    }

    void write(WrappedKey key) throws UnlockException {
        try {
            file.write(format(key));
        } catch (IOException e) {
            throw new UnlockException(
                    Reason.UNREADABLE,
                    "The key file could not be written to " + file.folder()
                            + ": free some space there or check your rights, then try again.",
                    e);
        }
    }

    private static String format(WrappedKey key) {
        String body = "format=" + FORMAT + "\nkdf=argon2id\nmemoryKib=" + key.memoryKib() + "\npasses=" + key.passes()
                + "\nsalt=" + TO_TEXT.encodeToString(key.salt()) + "\ncipher=aes-256-gcm\nnonce="
                + TO_TEXT.encodeToString(key.nonce()) + "\nkey=" + TO_TEXT.encodeToString(key.sealed()) + "\n";
        return body + "sha256=" + checksum(body) + "\n";
    }

    private static WrappedKey parse(String text) {
        int last = text.lastIndexOf("sha256=");
        if (last < 0 || !text.substring(last).equals("sha256=" + checksum(text.substring(0, last)) + "\n")) {
            throw new IllegalArgumentException("The checksum does not fit.");
        }
        Map<String, String> values = new HashMap<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            values.put(line.substring(0, equals), line.substring(equals + 1));
        });
        if (!FORMAT.equals(values.get("format"))) {
            throw new IllegalArgumentException("Format " + values.get("format") + " is not known.");
        }
        return new WrappedKey(
                Integer.parseInt(values.getOrDefault("memoryKib", "")),
                Integer.parseInt(values.getOrDefault("passes", "")),
                FROM_TEXT.decode(values.getOrDefault("salt", "")),
                FROM_TEXT.decode(values.getOrDefault("nonce", "")),
                FROM_TEXT.decode(values.getOrDefault("key", "")));
    }

    private static String checksum(String body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
