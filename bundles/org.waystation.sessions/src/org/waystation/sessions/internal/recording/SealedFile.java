package org.waystation.sessions.internal.recording;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pieces of a file, each sealed with AES-256-GCM (NIST SP 800-38D). The number of a piece is its nonce, so pieces can be
 * neither swapped nor left out unnoticed; the key belongs to one file alone. A file that was cut off reads up to the cut.
 */
final class SealedFile {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int PIECE_MOST = 4 * 1024 * 1024;

    private final SecretKeySpec key;
    private long number;

    /** @param key 256 bits; not kept as given */
    SealedFile(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    void write(DataOutputStream out, byte[] piece) throws IOException {
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, piece);
        out.writeInt(sealed.length);
        out.write(sealed);
        number++;
    }

    /** The next piece; empty at the end. */
    Optional<byte[]> read(DataInputStream in) throws IOException {
        try {
            int length = in.readInt();
            if (length < 0 || length > PIECE_MOST) {
                throw new IOException("The recording is damaged.");
            }
            byte[] sealed = in.readNBytes(length);
            if (sealed.length < length) {
                return Optional.empty();
            }
            byte[] piece = crypt(Cipher.DECRYPT_MODE, sealed);
            number++;
            return Optional.of(piece);
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    private byte[] crypt(int mode, byte[] bytes) throws IOException {
        byte[] nonce =
                ByteBuffer.allocate(NONCE).putLong(NONCE - Long.BYTES, number).array();
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IOException("The recording is damaged or belongs to another profile.", e);
        } finally {
            Arrays.fill(nonce, (byte) 0);
        }
    }
}
