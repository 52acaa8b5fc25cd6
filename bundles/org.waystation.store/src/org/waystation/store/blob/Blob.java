package org.waystation.store.blob;

/**
 * Names a content.
 *
 * @param owner whose key it is under
 * @param sha256 of the content, 64 hexadecimal digits in lower case
 * @param size bytes
 */
public record Blob(KeyOwner owner, String sha256, long size) {

    public Blob {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Not a SHA-256: " + sha256);
        }
        if (size < 0) {
            throw new IllegalArgumentException("Not a size: " + size);
        }
    }
}
