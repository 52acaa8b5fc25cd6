package org.waystation.store.internal.blob;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.waystation.store.blob.Blobs.DamagedException;

/**
 * Encrypts one file in chunks with AES-256-GCM (NIST SP 800-38D). The file's key is derived from the owner's and a random
 * salt, so the nonce may simply count chunks; it also says which chunk is the last, so none can be left out, added or
 * moved (the STREAM construction, https://eprint.iacr.org/2015/189).
 */
public final class BlobCipher {

    public static final int KEY_LENGTH = 32;
    public static final int SALT_LENGTH = 32;
    public static final int TAG = 16;
    static final int CHUNK = 64 * 1024;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Cipher cipher;

    public BlobCipher(byte[] ownerKey, byte[] salt) {
        byte[] derived = derive(ownerKey, "content", salt);
        key = new SecretKeySpec(derived, "AES");
        Arrays.fill(derived, (byte) 0);
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES/GCM.", e);
        }
    }

    /** The name of a content's file: it tells nobody without the key which content that is. */
    static String fileName(byte[] ownerKey, String sha256) {
        byte[] name = derive(ownerKey, "name", sha256.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(name, 0, 24);
    }

    /** HKDF-Expand (RFC 5869) of one block; the owner's key is random already. */
    private static byte[] derive(byte[] ownerKey, String purpose, byte[] context) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(ownerKey, ALGORITHM));
            mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            mac.update(context);
            mac.update((byte) 1);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
        }
    }

    public byte[] seal(long index, boolean last, byte[] plain, int length) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, nonce(index, last));
            return cipher.doFinal(plain, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A chunk could not be encrypted.", e);
        }
    }

    public byte[] open(long index, boolean last, byte[] sealed) throws IOException {
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, nonce(index, last));
            return cipher.doFinal(sealed);
        } catch (GeneralSecurityException e) {
            throw new DamagedException("A kept file was altered on disk: fetch it again.");
        }
    }

    private static GCMParameterSpec nonce(long index, boolean last) {
        byte[] nonce =
                ByteBuffer.allocate(12).putLong(index).putInt(last ? 1 : 0).array();
        return new GCMParameterSpec(TAG * 8, nonce);
    }
}
