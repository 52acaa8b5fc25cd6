package org.waystation.vault.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.waystation.api.profile.ProfileKey;
import org.waystation.vault.SecretRules;
import org.waystation.vault.UnlockException;
import org.waystation.vault.UnlockException.Reason;

/**
 * The data key, encrypted by AES-256-GCM (NIST SP 800-38D) under a key that Argon2id (RFC 9106) makes of a secret.
 *
 * @param memoryKib memory that each guess costs
 * @param passes times that each guess goes over it
 */
record WrappedKey(int memoryKib, int passes, byte[] salt, byte[] nonce, byte[] sealed) {

    private static final int MEMORY_KIB = 64 * 1024;
    private static final int PASSES = 3;
    /** For a secret that is a random key: the least that the function takes. */
    private static final int KEY_MEMORY_KIB = 64;

    private static final int KEY_PASSES = 1;
    private static final int SALT_LENGTH = 16;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Wraps a key under a secret. */
    static WrappedKey wrap(byte[] dataKey, char[] secret) {
        boolean random = SecretRules.isRandomKey(secret);
        WrappedKey empty = new WrappedKey(
                random ? KEY_MEMORY_KIB : MEMORY_KIB,
                random ? KEY_PASSES : PASSES,
                random(SALT_LENGTH),
                random(NONCE_LENGTH),
                new byte[0]);
        byte[] wrapping = empty.derive(secret);
        try {
            byte[] sealed = empty.cipher(Cipher.ENCRYPT_MODE, wrapping).doFinal(dataKey);
            return new WrappedKey(empty.memoryKib, empty.passes, empty.salt, empty.nonce, sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM.", e);
        } finally {
            Arrays.fill(wrapping, (byte) 0);
        }
    }

    static byte[] newDataKey() {
        return random(ProfileKey.LENGTH);
    }

    /** The key; throws where the secret is not the one that it was wrapped under. */
    byte[] unwrap(char[] secret) throws UnlockException {
        byte[] wrapping = derive(secret);
        try {
            return cipher(Cipher.DECRYPT_MODE, wrapping).doFinal(sealed);
        } catch (AEADBadTagException e) {
            throw new UnlockException(
                    Reason.WRONG_SECRET, "That passphrase does not unlock this profile. Try again.", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM.", e);
        } finally {
            Arrays.fill(wrapping, (byte) 0);
        }
    }

    private Cipher cipher(int mode, byte[] wrapping) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(wrapping, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        // What a guess costs is part of what is authenticated: a file with cheaper parameters does not open.
        cipher.updateAAD(ByteBuffer.allocate(8).putInt(memoryKib).putInt(passes).flip());
        cipher.updateAAD(salt);
        return cipher;
    }

    private byte[] derive(char[] secret) {
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        try {
            byte[] derived = new byte[ProfileKey.LENGTH];
            generator.generateBytes(bytes, derived);
            return derived;
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(encoded.array(), (byte) 0);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
