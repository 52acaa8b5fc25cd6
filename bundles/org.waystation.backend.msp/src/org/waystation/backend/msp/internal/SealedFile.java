package org.waystation.backend.msp.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A small file that only this profile's key opens: AES-256-GCM under a key of its own, which is derived from the profile's.
 */
final class SealedFile {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String PURPOSE = "waystation sign-in 1";

    private final Path file;
    private final SecretKeySpec key;

    /** @param profileKey not kept */
    SealedFile(Path file, byte[] profileKey) throws GeneralSecurityException {
        this.file = file;
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(profileKey, "HmacSHA256"));
        byte[] derived = mac.doFinal(PURPOSE.getBytes(StandardCharsets.US_ASCII));
        this.key = new SecretKeySpec(derived, "AES");
        Arrays.fill(derived, (byte) 0);
    }

    /** What was written last; empty where nothing was, or not with this key. */
    Optional<byte[]> read() throws IOException {
        try {
            byte[] sealed = Files.readAllBytes(file);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    key,
                    new GCMParameterSpec(TAG_BITS, sealed, 0, Math.min(NONCE, sealed.length)));
            return Optional.of(cipher.doFinal(sealed, NONCE, Math.max(0, sealed.length - NONCE)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Damaged or another profile's: then nobody is signed in.
            return Optional.empty();
        }
    }

    /** Replaces the file as a whole. */
    void write(byte[] plain) throws IOException {
        try {
            byte[] nonce = new byte[NONCE];
            new SecureRandom().nextBytes(nonce);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            byte[] body = cipher.doFinal(plain);
            byte[] sealed = Arrays.copyOf(nonce, NONCE + body.length);
            System.arraycopy(body, 0, sealed, NONCE, body.length);
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.write(draft, sealed);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (GeneralSecurityException e) {
            throw new IOException("Every Java platform has AES-GCM.", e);
        }
    }
}
