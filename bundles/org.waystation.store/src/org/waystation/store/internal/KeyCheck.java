package org.waystation.store.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells a wrong key from a damaged file, which look the same to the cipher: beside the database lies an HMAC-SHA256 (RFC
 * 2104) of a fixed text under the key. The key is random, so this helps nobody to guess it.
 */
final class KeyCheck {

    private static final byte[] TEXT = "Waystation local data".getBytes(StandardCharsets.US_ASCII);

    private final Path file;

    KeyCheck(Path file) {
        this.file = file;
    }

    void save(byte[] key) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, mac(key));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    boolean accepts(byte[] key) throws IOException {
        return Files.exists(file) && MessageDigest.isEqual(Files.readAllBytes(file), mac(key));
    }

    boolean refuses(byte[] key) throws IOException {
        return Files.exists(file) && !accepts(key);
    }

    private static byte[] mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(TEXT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
        }
    }
}
