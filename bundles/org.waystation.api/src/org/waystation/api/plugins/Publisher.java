package org.waystation.api.plugins;

/**
 * Who signed a plug-in.
 *
 * @param name the certificate's subject, for people to read; anybody can claim it
 * @param fingerprint SHA-256 of the public key in hexadecimal, which a renewed certificate keeps; this is what is pinned.
 *     Empty for an unsigned package
 */
public record Publisher(String name, String fingerprint) {

    /** Nobody: only accepted in developer mode. */
    public static final Publisher UNSIGNED = new Publisher("Unsigned", "");

    public boolean signed() {
        return !fingerprint.isEmpty();
    }
}
