package org.waystation.vault.internal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A key sealed under another random key of 256 bits: AES-256-GCM, the nonce before the rest. */
final class SealedKey {

    static final int WRAPPING_LENGTH = 32;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SealedKey() {}

    static byte[] newWrapping() {
        byte[] fresh = new byte[WRAPPING_LENGTH];
        RANDOM.nextBytes(fresh);
        return fresh;
    }

    static byte[] seal(byte[] key, byte[] wrapping) {
        byte[] nonce = new byte[NONCE_LENGTH];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, wrapping, nonce).doFinal(key);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM.", e);
        }
    }

    /** Throws where it was altered or sealed under another key. */
    static byte[] open(byte[] sealed, byte[] wrapping) throws GeneralSecurityException {
        if (sealed.length <= NONCE_LENGTH) {
            throw new GeneralSecurityException("The sealed key is cut off.");
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_LENGTH);
        return cipher(Cipher.DECRYPT_MODE, wrapping, nonce).doFinal(sealed, NONCE_LENGTH, sealed.length - NONCE_LENGTH);
    }

    private static Cipher cipher(int mode, byte[] wrapping, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(wrapping, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
